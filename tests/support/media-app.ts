import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Fastify from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import type { Actor } from '../../server/accounts/contract.ts'
import { answerErrors } from '../../server/http/errors.ts'
import { answerOtherMethods } from '../../server/http/methods.ts'
import { sendSecurityHeaders } from '../../server/http/security.ts'
import { UPLOADS_PATH, type StoredMedia, type UploadOwner } from '../../server/media/contract.ts'
import { openMedia, type Media } from '../../server/media/open.ts'
import { mediaRoutes } from '../../server/media/routes.ts'
import { uploadRoutes, type UploadLimits } from '../../server/media/uploads.ts'
import type { TestDatabase } from './test-database.ts'

export const REPORT = '01926b0e-7c1a-7c3e-8f00-0123456789ab'

const OFFICER: Actor = {
  accountId: 1,
  login: 'can-bo',
  name: 'Cán bộ',
  role: 'officer',
  communeCode: null,
  unitId: 1,
  unitName: 'Tổ',
  rights: []
}

interface Options {
  owner?: Partial<UploadOwner>
  limits?: UploadLimits
  /** Wraps what the files are kept with, to make it fail. */
  change?: (media: Media) => Media
  dataDir?: string
}

/** The uploads and files alone, over a database of the test, with a report that waits for every file. */
export async function startMedia({ db }: TestDatabase, options: Options = {}) {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'diaban-media-'))
  const media = (options.change ?? ((same) => same))(openMedia({ dataDir }, db))
  const received: { reportId: string; media: StoredMedia }[] = []
  const owner: UploadOwner = {
    mayUpload: async () => undefined,
    received: async (reportId, stored) => void received.push({ reportId, media: stored }),
    ...options.owner
  }
  const app = Fastify({ routerOptions: { maxParamLength: 500 } })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  answerErrors(app)
  sendSecurityHeaders(app)
  answerOtherMethods(app)
  await app.register(uploadRoutes, {
    folder: media.uploadsFolder,
    media: media.store,
    owner,
    maybeActorOf: () => null,
    ...(options.limits ? { limits: options.limits } : {})
  })
  await app.register(mediaRoutes, {
    db,
    files: media.files,
    previewOf: media.previewOf,
    who: { actorOf: () => OFFICER, maybeActorOf: () => OFFICER, lasting: async (all) => new Set(all) },
    mayRead: async (_actor, reportId) => reportId === REPORT
  })
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  return {
    app,
    media,
    dataDir,
    received,
    url,
    async stop() {
      await app.close()
      rmSync(dataDir, { recursive: true, force: true })
    }
  }
}

/** What `startMedia` gives. */
export type MediaApp = Awaited<ReturnType<typeof startMedia>>

export const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

const base64 = (text: string) => Buffer.from(text).toString('base64')

/** `Upload-Metadata` of a file. */
export const metadataOf = (report: string, sha256: string) =>
  `report ${base64(report)},sha256 ${base64(sha256)}`

const TUS = { 'tus-resumable': '1.0.0', 'accept-language': 'en' }

/** Begins an upload; the answer's `location` is its address. */
export function create(url: string, bytes: Uint8Array, headers: Record<string, string> = {}) {
  return fetch(`${url}${UPLOADS_PATH}`, {
    method: 'POST',
    headers: {
      ...TUS,
      'upload-length': String(bytes.byteLength),
      'upload-metadata': metadataOf(REPORT, hashOf(bytes)),
      ...headers
    }
  })
}

/** The address of an upload that was just begun. */
export async function begin(url: string, bytes: Uint8Array, headers: Record<string, string> = {}) {
  const response = await create(url, bytes, headers)
  if (response.status !== 201) throw new Error(`${response.status} ${await response.text()}`)
  return new URL(response.headers.get('location') ?? '', response.url).href
}

/** Sends one part. */
export function send(
  address: string,
  bytes: Uint8Array,
  offset: number,
  headers: Record<string, string> = {}
) {
  return fetch(address, {
    method: 'PATCH',
    headers: {
      ...TUS,
      'content-type': 'application/offset+octet-stream',
      'upload-offset': String(offset),
      ...headers
    },
    body: new Uint8Array(bytes)
  })
}

/** Asks how much has arrived. */
export const ask = (address: string) => fetch(address, { method: 'HEAD', headers: TUS })

/** Sends a whole file in parts of 256 KiB; the last answer. */
export async function upload(url: string, bytes: Uint8Array, headers: Record<string, string> = {}) {
  const address = await begin(url, bytes, headers)
  let answer: Response | undefined
  for (let at = 0; at < bytes.byteLength; at += 262_144) {
    answer = await send(address, bytes.subarray(at, at + 262_144), at)
    if (answer.status !== 204) return { address, answer }
  }
  return { address, answer }
}

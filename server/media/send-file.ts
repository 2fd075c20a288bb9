import type { FastifyReply, FastifyRequest } from 'fastify'
import type { MediaMime } from './magic.ts'
import { noSuchFile } from './problems.ts'
import { rangeOf } from './range.ts'
import type { ByteRange, ByteStore } from './store.ts'
import type { Sha256 } from './contract.ts'

/** How a file is called when somebody saves it; a type that is not here is never sent. */
const ENDINGS: Record<MediaMime, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/avif': 'avif',
  'audio/webm': 'webm',
  'audio/mp4': 'm4a',
  'audio/ogg': 'ogg',
  'audio/mpeg': 'mp3',
  'audio/wav': 'wav',
  'model/gltf-binary': 'glb'
}
const isKnown = (mime: string): mime is MediaMime => Object.hasOwn(ENDINGS, mime)

/** A file is no page: it may load nothing, run nothing and be taken for nothing else. */
const SAFE = {
  'content-security-policy': "default-src 'none'; sandbox",
  'x-content-type-options': 'nosniff',
  'accept-ranges': 'bytes'
}

/** What is sent. */
export interface FileAnswer {
  /** Names the answer: ETag and the name under which it is saved. */
  sha256: Sha256
  /** Of the bytes in the store. */
  stored: Sha256
  mime: string
  sizeBytes: number
  cacheControl: string
}

/** Headers of a file of a known type. Throws 404 for any other type. */
export function fileHeaders({ sha256, mime, cacheControl }: Omit<FileAnswer, 'stored' | 'sizeBytes'>) {
  if (!isKnown(mime)) throw noSuchFile()
  return {
    ...SAFE,
    'content-type': mime,
    'content-disposition': `inline; filename="${sha256.slice(0, 16)}.${ENDINGS[mime]}"`,
    'cache-control': cacheControl,
    etag: `"${sha256}"`
  }
}

/** Whether the caller has it already (If-None-Match). */
export const hasAlready = ({ headers }: FastifyRequest, etag: string) =>
  (headers['if-none-match'] ?? '').split(',').some((given) => given.trim().replace(/^W\//, '') === etag)

const isStale = ({ headers }: FastifyRequest, etag: string) =>
  headers['if-range'] !== undefined && headers['if-range'] !== etag

/** The bytes are opened before anything of them is promised: the file may be taken down at any moment. */
async function sendBytes(reply: FastifyReply, files: ByteStore, file: FileAnswer, range: ByteRange | null) {
  const { start, end } = range ?? { start: 0, end: file.sizeBytes - 1 }
  const stream = await files.read(file.stored, range ?? undefined)
  if (!stream) throw noSuchFile()
  void reply.headers({ ...fileHeaders(file), 'content-length': String(end - start + 1) })
  if (range) void reply.code(206).header('content-range', `bytes ${start}-${end}/${file.sizeBytes}`)
  return reply.send(stream)
}

/** Sends a file, or the part of it that is asked for; 304 where the caller has it, 416 beyond its end. */
export async function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  files: ByteStore,
  file: FileAnswer
) {
  const headers = fileHeaders(file)
  if (hasAlready(request, headers.etag)) return reply.code(304).headers(headers).send()
  // The row may outlive its bytes: then there is nothing to promise.
  if ((await files.sizeOf(file.stored)) !== file.sizeBytes) throw noSuchFile()
  const range = isStale(request, headers.etag) ? null : rangeOf(request.headers.range, file.sizeBytes)
  if (range !== 'none') return sendBytes(reply, files, file, range)
  return reply
    .code(416)
    .headers({ ...headers, 'content-range': `bytes */${file.sizeBytes}` })
    .send()
}

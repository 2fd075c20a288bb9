import { Server, type Upload } from '@tus/server'
import type { Actor } from '../accounts/contract.ts'
import { HttpError } from '../http/errors.ts'
import { MAX_PICTURE_BYTES, UPLOADS_PATH, type MediaStore, type UploadOwner } from './contract.ts'
import { brokenFile, noSpace } from './problems.ts'
import { freeBytes } from './space.ts'
import { announcementOf } from './upload-announcement.ts'
import type { UploadFiles } from './upload-files.ts'
import { finishing } from './upload-finish.ts'
import { filePrefix, isUploadId, newUploadId, reportPrefix } from './upload-id.ts'
import { uploadLocks } from './upload-locks.ts'
import { refusalOfTus, tooManyUploads } from './upload-refusals.ts'

/** Who waits for the end of a request that still writes, waits so long. */
const DRAIN_MS = 1_000
/** One report waits for six files; some are begun again. */
const MOST_OPEN_PER_REPORT = 12
/** So much of the disk is left to the database. */
const RESERVED_BYTES = 200 * 1024 * 1024

/** Who sends, beside the request itself. */
export interface Sender {
  actor: Actor | null
  /** The report's secret code; null: none. */
  code: string | null
}

/** What the uploads need. */
export interface TusDependencies {
  uploads: UploadFiles
  media: MediaStore
  owner: UploadOwner
}

/** Makes room for a new upload of a file: an older one of the same file that never came to an end goes. */
async function makeRoom(uploads: UploadFiles, upload: Upload) {
  const { report, sha256 } = announcementOf(upload.metadata)
  if ((await freeBytes(uploads.directory)) < RESERVED_BYTES + (upload.size ?? 0)) throw noSpace()
  const open = await uploads.openWith(reportPrefix(report))
  const same = open.filter((id) => id.startsWith(filePrefix(report, sha256)))
  if (open.length - same.length >= MOST_OPEN_PER_REPORT) throw tooManyUploads()
  await Promise.all(same.map((id) => uploads.discard(id)))
}

/** Whether this upload may begin; throws what its report says, 422 for a file of nothing, 429, 503. */
async function admit({ uploads, owner }: TusDependencies, upload: Upload, sender: Sender) {
  const { report, sha256 } = announcementOf(upload.metadata)
  if (!upload.size) throw brokenFile()
  await owner.mayUpload({ ...sender, reportId: report, sha256, sizeBytes: upload.size })
  await makeRoom(uploads, upload)
}

const statusOf = (error: unknown) =>
  typeof error === 'object' && error !== null && 'status_code' in error ? Number(error.status_code) : 500

/**
 * The tus protocol over web requests. `answer` gives the library's answer, or throws an HttpError in place of its
 * refusals. A HEAD of an upload whose bytes are all here, but which a killed server had not taken in, takes it in first.
 */
export function tusServer(dependencies: TusDependencies) {
  const { uploads } = dependencies
  const senders = new WeakMap<object, Sender>()
  const failures = new WeakMap<object, unknown>()
  const finish = finishing(dependencies)

  const server = new Server({
    path: UPLOADS_PATH,
    datastore: uploads,
    locker: uploadLocks(),
    lockDrainTimeout: DRAIN_MS,
    maxSize: MAX_PICTURE_BYTES,
    relativeLocation: true,
    namingFunction: (_request, metadata) => {
      const { report, sha256 } = announcementOf(metadata)
      return newUploadId(report, sha256)
    },
    getFileIdFromRequest: (_request, last) => (last !== undefined && isUploadId(last) ? last : undefined),
    async onIncomingRequest(request, id) {
      if (request.method === 'HEAD') await finishWhenComplete(id)
    },
    async onUploadCreate(request, upload) {
      await admit(dependencies, upload, senders.get(request) ?? { actor: null, code: null })
      return {}
    },
    async onUploadFinish(_request, upload) {
      await finish(upload)
      return {}
    },
    onResponseError(request, error) {
      failures.set(request, error)
      return undefined
    }
  })

  async function finishWhenComplete(id: string) {
    const upload = await uploads.getUpload(id)
    if (upload.offset === upload.size) await finish(upload)
  }

  return async (request: Request, sender: Sender): Promise<Response> => {
    senders.set(request, sender)
    const response = await server.handleWeb(request)
    if (response.status < 400) return response
    const failure = failures.get(request)
    if (failure instanceof HttpError) throw failure
    throw refusalOfTus(failure === undefined ? response.status : statusOf(failure), failure) ?? failure
  }
}

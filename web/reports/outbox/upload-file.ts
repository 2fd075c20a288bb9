import { DetailedError, Upload } from 'tus-js-client'
import type { UPLOADS_PATH } from '../../../server/media/contract.ts'
import type { Locale } from '../../i18n/i18n.svelte.ts'
import { retryAfterMs } from './backoff.ts'
import { kindOfStatus, SendFailure, sentenceOf } from './send-failure.ts'

const PATH: typeof UPLOADS_PATH = '/api/uploads'
/** At most 256 KiB; half of it takes 21 s at 50 kbit/s, well within the time that a server gives one request. */
const CHUNK_BYTES = 128 * 1024
/** A connection on which nothing moves for so long is dead. */
const STALL_MS = 90_000

export interface FileUpload {
  reportId: string
  code: string
  sha256: string
  bytes: Blob
  /** Where an earlier attempt had begun. */
  uploadUrl: string | null
  locale: Locale
  /** Told before the first byte goes, so that a phone that dies goes on from there. */
  onUrl: (url: string) => void
  /** Bytes that the server has. */
  onProgress: (bytes: number) => void
}

/** A part that broke off was sent anew by the browser itself, from an offset that is past: the next attempt asks for it. */
const isPast = ({ originalRequest }: DetailedError, status: number) =>
  status === 409 && originalRequest.getMethod() === 'PATCH'

function failureOf(error: Error): SendFailure {
  const answer = error instanceof DetailedError ? error.originalResponse : null
  const status = answer?.getStatus() ?? 0
  if (!answer || status === 0) return new SendFailure('away')
  if (error instanceof DetailedError && isPast(error, status)) return new SendFailure('away', status)
  const patience = retryAfterMs(answer.getHeader('Retry-After'), Date.now())
  return new SendFailure(kindOfStatus(status), status, sentenceOf(answer.getBody()), patience)
}

/** Sends one file by tus, going on where it broke off. Throws SendFailure; aborting leaves what the server has. */
export function uploadFile(upload: FileUpload, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    let stall: ReturnType<typeof setTimeout>
    const end = (settle: () => void) => {
      clearTimeout(stall)
      signal.removeEventListener('abort', abort)
      settle()
    }
    const stop = (error: unknown) => {
      end(() => reject(error))
      // Without `true` nothing is deleted on the server.
      void tus.abort()
    }
    const abort = () => stop(signal.reason)
    const watch = () => {
      clearTimeout(stall)
      stall = setTimeout(() => stop(new SendFailure('away')), STALL_MS)
    }
    const tus: Upload = new Upload(upload.bytes, {
      endpoint: PATH,
      uploadUrl: upload.uploadUrl,
      chunkSize: CHUNK_BYTES,
      retryDelays: null,
      storeFingerprintForResuming: false,
      metadata: { report: upload.reportId, sha256: upload.sha256 },
      headers: { 'x-report-code': upload.code, 'accept-language': upload.locale },
      onUploadUrlAvailable: () => tus.url && upload.onUrl(tus.url),
      onProgress: watch,
      onChunkComplete: (_, accepted) => upload.onProgress(accepted),
      onSuccess: () => end(resolve),
      onError: (error) => end(() => reject(failureOf(error)))
    })
    signal.addEventListener('abort', abort)
    watch()
    tus.start()
  })
}

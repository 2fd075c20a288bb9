import { ERRORS } from '@tus/server'
import { HttpError } from '../http/errors.ts'
import { tooLarge } from './problems.ts'
import { CHUNK_BYTES, MAX_PICTURE_BYTES } from './contract.ts'

// What the tus library refuses, by its status, as sentences.

/** There is no such upload, or there is none any more. */
export const goneUpload = () =>
  new HttpError(404, {
    vi: 'Không còn lần gửi này trên máy chủ. Hãy gửi lại tệp từ đầu.',
    en: 'This upload is no longer on the server. Send the file again from the start.'
  })

const otherOffset = () =>
  new HttpError(409, {
    vi: 'Phần gửi lên không nối tiếp phần đã nhận (Upload-Offset). Hãy hỏi lại bằng HEAD rồi gửi tiếp từ đó.',
    en: 'What was sent does not follow what has arrived (Upload-Offset). Ask with HEAD, then go on from there.'
  })

const notTus = (status: number) =>
  new HttpError(status, {
    vi: 'Yêu cầu không đúng giao thức tus 1.0.0 (Tus-Resumable, Upload-Length, Upload-Offset, Upload-Metadata, Content-Type).',
    en: 'The request does not follow tus 1.0.0 (Tus-Resumable, Upload-Length, Upload-Offset, Upload-Metadata, Content-Type).'
  })

// 423: clients of tus ask again after it, as they do not after a 400.
const cutOff = () =>
  new HttpError(423, {
    vi: 'Đường truyền bị ngắt. Phần đã nhận vẫn được giữ; hãy hỏi lại bằng HEAD rồi gửi tiếp.',
    en: 'The connection broke off. What arrived is kept; ask with HEAD, then go on.'
  })

/** One request may carry no more than this. */
export const chunkTooLarge = () =>
  new HttpError(413, {
    vi: `Mỗi lần chỉ được gửi tối đa ${CHUNK_BYTES / 1024} KiB. Hãy chia nhỏ tệp.`,
    en: `One request may carry at most ${CHUNK_BYTES / 1024} KiB. Send the file in parts.`
  })

/** How much comes must be said before it comes. */
export const lengthNeeded = () =>
  new HttpError(411, {
    vi: 'Yêu cầu phải nêu độ dài phần gửi lên (Content-Length).',
    en: 'The request must say how much it carries (Content-Length).'
  })

/** The sentence for what the library refused, by its status; undefined: it is not the caller's doing. */
export function refusalOfTus(status: number, failure: unknown): HttpError | undefined {
  if (failure === ERRORS.ABORTED) return cutOff()
  if (status === 404 || status === 410) return goneUpload()
  if (status === 409) return otherOffset()
  if (status === 413) return tooLarge(MAX_PICTURE_BYTES / 1024 / 1024)
  if (status === 501) return notTus(400)
  return status >= 400 && status < 500 ? notTus(status === 403 ? 400 : status) : undefined
}

/** One report has too many uploads that never came to an end. */
export const tooManyUploads = () =>
  new HttpError(429, {
    vi: 'Phản ánh này có quá nhiều lần gửi tệp còn dở. Hãy gửi tiếp các tệp ấy trước.',
    en: 'This report has too many uploads that were not finished. Go on with those first.'
  })

import { RIGHTS, type Actor } from '../accounts/contract.ts'
import type { Queryable } from '../db/pool.ts'
import { HttpError } from '../http/errors.ts'
import { MAX_PICTURE_BYTES, MAX_VOICE_BYTES, type MayReadMedia, type UploadOwner } from '../media/contract.ts'
import { hashOfCode } from './receive-queries.ts'
import { ReportCode } from './contract.ts'
import {
  announceAfter,
  findByAccount,
  findByCode,
  isOtherKind,
  markReceived,
  seesMedia,
  type UploadRow
} from './upload-queries.ts'

/** Of one report, pictures of the result included. */
const MOST_FILES = 20

const NOT_HERE = {
  vi: 'Không có phản ánh nào chờ tệp này. Hãy gửi phần chữ của phản ánh trước, với đúng mã của phản ánh.',
  en: 'No report waits for this file. Send the text of the report first, with the code of the report.'
}
const ALREADY_HERE = {
  vi: 'Máy chủ đã nhận đủ tệp này, không cần gửi lại.',
  en: 'The server has this file already; it need not be sent again.'
}
const OTHER_SIZE = {
  vi: 'Kích thước tệp khác với kích thước đã báo khi gửi phản ánh. Hãy gửi đúng tệp đã chọn.',
  en: 'The file has another size than was announced with the report. Send the very file that was chosen.'
}
const TOO_LARGE = {
  vi: 'Tệp lớn quá mức cho phép (ảnh 20 MB, ghi âm 2 MB). Hãy gửi tệp nhỏ hơn.',
  en: 'The file is larger than allowed (a picture 20 MB, a voice note 2 MB). Send a smaller one.'
}
const TOO_MANY = {
  vi: `Phản ánh này đã có ${MOST_FILES} tệp, không nhận thêm được nữa.`,
  en: `This report has ${MOST_FILES} files and takes no more.`
}
const OTHER_KIND = {
  vi: 'Tệp không đúng loại đã báo khi gửi phản ánh (ảnh hay ghi âm). Hãy gửi đúng tệp đã chọn.',
  en: 'The file is of another kind than was announced with the report (picture or sound). Send the very file that was chosen.'
}

const mayAdd = ({ role }: Actor) => (RIGHTS['report.handle'] as readonly string[]).includes(role)

async function findWaiting(
  db: Queryable,
  { reportId, code, actor, sha256 }: Parameters<UploadOwner['mayUpload']>[0]
): Promise<UploadRow | undefined> {
  const isCode = code !== null && ReportCode.safeParse(code).success
  const own = isCode ? await findByCode(db, reportId, hashOfCode(code), sha256) : undefined
  if (own) return own
  return actor && mayAdd(actor) ? findByAccount(db, reportId, actor.accountId, sha256) : undefined
}

function requireFits({ role, sizeBytes: announced, received }: UploadRow, sizeBytes: number) {
  if (received) throw new HttpError(409, ALREADY_HERE)
  if (announced !== null && announced !== sizeBytes) throw new HttpError(409, OTHER_SIZE)
  if (sizeBytes > (role === 'voice' ? MAX_VOICE_BYTES : MAX_PICTURE_BYTES))
    throw new HttpError(413, TOO_LARGE)
}

/**
 * What uploads ask of reports: a reporter's code opens the files that were announced with the report; staff that see a
 * report may add pictures of the result.
 */
export const reportUploads = (db: Queryable): UploadOwner => ({
  async mayUpload(upload) {
    const row = await findWaiting(db, upload)
    if (!row) throw new HttpError(404, NOT_HERE)
    requireFits(row, upload.sizeBytes)
    if (row.role !== null) return
    if (!upload.actor) throw new HttpError(404, NOT_HERE)
    if (row.files >= MOST_FILES) throw new HttpError(413, TOO_MANY)
    await announceAfter(db, { ...upload, accountId: upload.actor.accountId })
  },
  async received(reportId, { sha256, kind }) {
    if (await isOtherKind(db, reportId, sha256, kind)) throw new HttpError(422, OTHER_KIND)
    await markReceived(db, reportId, sha256, kind)
  }
})

/** Whether somebody signed in may see the file of a report: who sees the report, and what was merged into it. */
export const mayReadReportMedia =
  (db: Queryable): MayReadMedia =>
  (actor, reportId, sha256) =>
    seesMedia(db, actor.accountId, reportId, sha256)

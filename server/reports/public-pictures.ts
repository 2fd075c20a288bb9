import { filesOf, keepOpen } from '../db/keep-open.ts'
import type { Queryable } from '../db/pool.ts'
import { HttpError } from '../http/errors.ts'
import type { MediaStore } from '../media/contract.ts'
import { findPictures, setBoxes, setPublicPicture, type PictureRow } from './act-queries.ts'
import type { ReportActionBody } from './action-contract.ts'
import type { Effect } from './effect.ts'

const NOT_TO_SHOW = {
  vi: 'Một ảnh đã chọn không thuộc phản ánh này, chưa về tới máy chủ, hoặc không được công khai cùng phản ánh. Hãy tải lại rồi chọn lại ảnh.',
  en: 'A chosen picture is not of this report, is not here yet, or may not be shown with it. Load it again and choose anew.'
}

const NO_PICTURE = {
  vi: 'Phản ánh không có ảnh này, hoặc máy chủ chưa nhận xong ảnh.',
  en: 'The report has no such picture, or the server has not received it yet.'
}

/** What becomes of one picture: public with these files, or (null) not public. */
interface Showing {
  picture: PictureRow
  files: { picture: string; thumbnail: string } | null
  /** New boxes over faces and plates. */
  boxes?: PictureRow['boxes']
}

/** What an action does to pictures: files that were made for it beforehand, and what follows in its transaction. */
export interface Pictures {
  showings: readonly Showing[]
}

const publishAll = (media: MediaStore, pictures: readonly PictureRow[]): Promise<Showing[]> =>
  Promise.all(
    pictures.map(async (picture) => ({ picture, files: await media.publish(picture.sha256, picture.boxes) }))
  )

const hide = (picture: PictureRow): Showing => ({ picture, files: null })

/** Shows the chosen ones of a role, and no others of that role. Throws 422 for one that may not be shown. */
async function show(
  media: MediaStore,
  pictures: readonly PictureRow[],
  role: PictureRow['role'],
  chosen: readonly string[]
): Promise<Showing[]> {
  const own = pictures.filter((picture) => picture.role === role && !picture.hidden)
  const wanted = own.filter(({ sha256 }) => chosen.includes(sha256))
  if (chosen.some((sha256) => !wanted.some((picture) => picture.sha256 === sha256)))
    throw new HttpError(422, NOT_TO_SHOW)
  const others = own.filter((picture) => picture.isPublic && !wanted.includes(picture))
  return [...(await publishAll(media, wanted)), ...others.map(hide)]
}

async function coverAgain(
  media: MediaStore,
  pictures: readonly PictureRow[],
  { sha256, boxes }: Extract<ReportActionBody, { action: 'boxes' }>
): Promise<Showing[]> {
  const same = pictures.filter((picture) => picture.sha256 === sha256)
  if (same.length === 0) throw new HttpError(422, NO_PICTURE)
  return Promise.all(
    same.map(async (picture) => ({
      picture,
      boxes,
      files: picture.isPublic ? await media.publish(sha256, boxes) : null
    }))
  )
}

/** Makes the public files that an action needs; nothing shows them yet. Throws 422 for a picture that is not there. */
export async function preparePictures(
  db: Queryable,
  media: MediaStore,
  id: string,
  body: ReportActionBody,
  { changes }: Effect
): Promise<Pictures> {
  if ('reopenedAt' in changes) return hideAfterPictures(db, id)
  const actions = ['approve', 'withdraw_approval', 'approve_result', 'boxes', 'unmerge']
  if (!actions.includes(body.action)) return { showings: [] }
  const pictures = await findPictures(db, id)
  const mine = pictures.filter(({ reportId }) => reportId === id)
  if (body.action === 'approve') return { showings: await show(media, pictures, 'before', body.pictures) }
  if (body.action === 'approve_result') return { showings: await show(media, mine, 'after', body.pictures) }
  if (body.action === 'boxes') return { showings: await coverAgain(media, pictures, body) }
  const shown = pictures.filter(({ isPublic }) => isPublic)
  // On its own again, a report that nobody approved shows nothing of what was shown with the other.
  if (body.action === 'unmerge') return { showings: shown.filter(({ approved }) => !approved).map(hide) }
  return { showings: shown.map(hide) }
}

/** Writes down which files are public now; within the transaction of the action. */
export async function applyPictures(db: Queryable, { showings }: Pictures) {
  const shown = showings.flatMap(({ picture, files }) => (files ? filesOf(picture.sha256, files) : []))
  await keepOpen(db, shown)
  for (const { picture, files, boxes } of showings) {
    if (boxes) await setBoxes(db, picture, boxes)
    await setPublicPicture(db, picture, files)
  }
}

/** Takes back files that nothing shows any more; after the transaction, or when it failed. */
export async function sweepPictures(media: MediaStore, { showings }: Pictures) {
  for (const { picture, files } of showings) {
    const made = files ? [files.picture, files.thumbnail] : []
    await media.withdraw(picture.sha256, [...picture.shown, ...made])
  }
}

/** The pictures of a result that is opened again. */
export async function hideAfterPictures(db: Queryable, id: string): Promise<Pictures> {
  const pictures = await findPictures(db, id)
  return { showings: pictures.filter(({ role, isPublic }) => role === 'after' && isPublic).map(hide) }
}

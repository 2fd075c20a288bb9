import type { Queryable } from '../../db/pool.ts'
import { HttpError } from '../../http/errors.ts'
import type { PictureWords, PreviewSize } from '../../media/contract.ts'
import { MOST_PHOTOS, type PlacePhoto, type PlacePhotos } from './contract.ts'
import { findPhotos, findPhotosVersion, type KeptPhoto } from './queries.ts'
import { changePhotos, listed, placeOf, type AskedPlace, type PhotoDesk } from './turn.ts'

const NO_PHOTO = {
  vi: 'Ảnh này không còn ở địa điểm, có thể người khác vừa gỡ. Hãy tải lại trang.',
  en: 'This photo is no longer shown; somebody may have taken it down. Load the page again.'
}
const NO_FILE = {
  vi: 'Máy chủ không còn giữ tệp ảnh này. Hãy chọn và gửi lại ảnh.',
  en: 'The server no longer has this file. Choose the photo and send it again.'
}
const THERE_ALREADY = {
  vi: 'Địa điểm này đã có đúng ảnh này. Hãy sửa lời của ảnh đang có, hoặc chọn ảnh khác.',
  en: 'This place has this very photo already. Change what is said of it, or choose another.'
}
const TOO_MANY = {
  vi: `Một địa điểm có tối đa ${MOST_PHOTOS} ảnh. Hãy gỡ bớt ảnh trước khi thêm.`,
  en: `A place has at most ${MOST_PHOTOS} photos. Take some down before you add one.`
}

/** A photo of the version that was read. */
interface Which {
  photo: number
  version: number
}

/** The photos of a place, with what was done to them. Throws 404. */
export async function photosOf(db: Queryable, asked: AskedPlace): Promise<PlacePhotos> {
  return listed(db, await placeOf(db, asked))
}

/** The bytes of a photo of a place for staff (WebP). Throws 404. */
export async function previewOf(
  { db, media }: Pick<PhotoDesk, 'db' | 'media'>,
  asked: AskedPlace,
  photo: number,
  size: PreviewSize
): Promise<Uint8Array> {
  const { sha256 } = requirePhoto(await findPhotos(db, await placeOf(db, asked)), photo)
  return media.preview(sha256, size)
}

function requirePhoto(photos: readonly KeptPhoto[], id: number): KeptPhoto {
  const photo = photos.find((one) => one.id === id)
  if (!photo) throw new HttpError(404, NO_PHOTO)
  return photo
}

/** What the log keeps of a photo. */
const shown = ({ id, sha256, altVi, captionVi, author, licence, takenOn }: PlacePhoto) => ({
  ...{ id, sha256, altVi, captionVi, author, licence, takenOn }
})

/** Shows an original that was handed in, last in the order; of what only staff see nothing is made public. Throws 404, 409, 422. */
export async function addPhoto(desk: PhotoDesk, asked: AskedPlace, sha256: string, words: PictureWords) {
  await placeOf(desk.db, asked)
  const isPublic = asked.collection.photos === 'public'
  const files = isPublic ? await desk.media.publish(sha256, []) : { picture: null, thumbnail: null }
  const { photos } = await changePhotos(desk, asked, 'add', async ({ place, photos: before, today, add }) => {
    if (before.some((photo) => photo.sha256 === sha256)) throw new HttpError(409, THERE_ALREADY)
    if (before.length >= MOST_PHOTOS) throw new HttpError(422, TOO_MANY)
    const { collection, rowId } = place
    const said = { id: null, collection, rowId, position: null, sha256, ...files, ...words }
    const id = await add({ ...said, reason: null, validFrom: today, validTo: null })
    if (id === undefined) throw new HttpError(404, NO_FILE)
    return { after: { id, sha256, ...words } }
  })
  return photos
}

/** Says something else of a photo of a version. Throws 404. */
export const changePhoto = (desk: PhotoDesk, asked: AskedPlace, which: Which, words: PictureWords) =>
  changePhotos(desk, asked, 'change', async ({ photos, say }) => {
    const photo = requirePhoto(photos, which.photo)
    if (photo.version !== which.version) return null
    await say(photo, words)
    return { before: shown(photo), after: shown({ ...photo, ...words }) }
  })

/** Puts the photos in an order that names each of them once. */
export const orderPhotos = (desk: PhotoDesk, asked: AskedPlace, version: number, ids: readonly number[]) =>
  changePhotos(desk, asked, 'order', async ({ client, place, photos, say }) => {
    const before = photos.map(({ id }) => id)
    const isSame = before.length === ids.length && before.every((id) => ids.includes(id))
    if (!isSame || (await findPhotosVersion(client, place)) !== version) return null
    for (const [index, id] of ids.entries()) await say(requirePhoto(photos, id), { position: index + 1 })
    return { before: { ids: before }, after: { ids } }
  })

/** Takes a photo of a version down: it is shown no more, its original is kept. Throws 404. */
export async function withdrawPhoto(desk: PhotoDesk, asked: AskedPlace, which: Which, reason: string) {
  let gone: KeptPhoto | undefined
  const outcome = await changePhotos(desk, asked, 'withdraw', async ({ photos, today, say }) => {
    const photo = requirePhoto(photos, which.photo)
    if (photo.version !== which.version) return null
    await say(photo, { reason, validTo: today, picture: null, thumbnail: null })
    gone = photo
    return { before: shown(photo), after: { reason } }
  })
  if (gone) {
    const files = [gone.picture, gone.thumbnail].filter((file) => file !== null)
    await desk.media.withdraw(gone.sha256, files)
  }
  return outcome
}

import type { Queryable } from '../db/pool.ts'
import { HttpError } from '../http/errors.ts'
import {
  IMAGE_KINDS,
  MOST_IMAGES,
  type ImageWords,
  type RelicImage,
  type RelicImages
} from './image-contract.ts'
import { findImages, type RelicSite } from './image-queries.ts'
import { changeInTurn, requireSite, type Asked, type MediaDesk, type Told, type Turn } from './media-desk.ts'
import { endMedium, findVersion, insertMedium, orderMedia, reviseMedium } from './medium-queries.ts'

const NO_IMAGE = {
  vi: 'Ảnh này không còn trên trang di tích, có thể người khác vừa gỡ. Hãy tải lại trang.',
  en: 'This image is no longer shown; somebody may have taken it down. Load the page again.'
}
const NO_FILE = {
  vi: 'Máy chủ không còn giữ tệp ảnh này. Hãy chọn và gửi lại ảnh.',
  en: 'The server no longer has this file. Choose the image and send it again.'
}
const THERE_ALREADY = {
  vi: 'Di tích này đã có đúng ảnh này. Hãy sửa lời của ảnh đang có, hoặc chọn ảnh khác.',
  en: 'This relic has this very image already. Change what is said of it, or choose another.'
}
const TOO_MANY = {
  vi: `Một di tích có tối đa ${MOST_IMAGES} ảnh. Hãy gỡ bớt ảnh trước khi thêm.`,
  en: `A relic has at most ${MOST_IMAGES} images. Take some down before you add one.`
}

/** The images of a relic as they are now. */
export async function imagesOf(db: Queryable, { siteId, slug, name }: RelicSite): Promise<RelicImages> {
  return {
    id: siteId,
    slug,
    name,
    version: await findVersion(db, siteId, IMAGE_KINDS),
    images: await findImages(db, siteId)
  }
}

/** What the log keeps of an image. */
const shown = ({ id, kind, sha256, altVi, captionVi, author, licence, takenOn }: RelicImage) => ({
  id,
  kind,
  sha256,
  altVi,
  captionVi,
  author,
  licence,
  takenOn
})

type Action = 'relic_image.add' | 'relic_image.change' | 'relic_image.order' | 'relic_image.withdraw'

const change = (
  desk: MediaDesk,
  asked: Asked,
  action: Action,
  work: (turn: Turn, images: RelicImage[]) => Promise<Told>
) =>
  changeInTurn(desk, asked, { action, listOf: imagesOf }, async (turn) =>
    work(turn, await findImages(turn.client, turn.site.siteId))
  )

function requireImage(images: readonly RelicImage[], id: number) {
  const image = images.find((one) => one.id === id)
  if (!image) throw new HttpError(404, NO_IMAGE)
  return image
}

/** Shows an original that was handed in, last in the order. Throws 404, 409, 422. */
export async function addImage(desk: MediaDesk, asked: Asked, sha256: string, words: ImageWords) {
  await requireSite(desk.db, asked)
  const { picture, thumbnail } = await desk.media.publish(sha256, [])
  const { relic } = await change(desk, asked, 'relic_image.add', async (turn, images) => {
    if (images.some((image) => image.sha256 === sha256)) throw new HttpError(409, THERE_ALREADY)
    if (images.length >= MOST_IMAGES) throw new HttpError(422, TOO_MANY)
    const { client, site, at, today } = turn
    const files = { sha256, file: picture, thumbnail }
    const id = await insertMedium(client, { siteId: site.siteId, words, at, today }, files, 'image')
    if (id === undefined) throw new HttpError(404, NO_FILE)
    return { after: { id, sha256, ...words } }
  })
  return relic
}

/** Says something else of an image of a version. Throws 404. */
export async function changeImage(
  desk: MediaDesk,
  asked: Asked,
  { id, version }: Pick<RelicImage, 'id' | 'version'>,
  words: ImageWords
) {
  return change(desk, asked, 'relic_image.change', async ({ client, at }, images) => {
    const image = requireImage(images, id)
    if (image.version !== version) return null
    await reviseMedium(client, id, { at, words })
    return { before: shown(image), after: shown({ ...image, ...words }) }
  })
}

/** Puts the images in an order that names each of them once. */
export async function setOrder(desk: MediaDesk, asked: Asked, version: number, ids: readonly number[]) {
  return change(desk, asked, 'relic_image.order', async ({ client, site, at }, images) => {
    const before = images.map((image) => image.id)
    const isSame = before.length === ids.length && before.every((id) => ids.includes(id))
    if (!isSame || (await findVersion(client, site.siteId, IMAGE_KINDS)) !== version) return null
    await orderMedia(client, ids, at)
    return { before: { ids: before }, after: { ids } }
  })
}

/** Takes an image of a version down: it is public no more, its original is kept. Throws 404. */
export async function withdrawImage(
  desk: MediaDesk,
  asked: Asked,
  { id, version }: Pick<RelicImage, 'id' | 'version'>
) {
  let original: string | undefined
  let shownFiles: string[] = []
  const outcome = await change(desk, asked, 'relic_image.withdraw', async ({ client, ...times }, images) => {
    const image = requireImage(images, id)
    if (image.version !== version) return null
    shownFiles = await endMedium(client, id, times)
    original = image.sha256
    return { before: shown(image) }
  })
  if (original !== undefined) await desk.media.withdraw(original, shownFiles)
  return outcome
}

import type { Pool } from 'pg'
import type { Actor, Audit } from '../accounts/contract.ts'
import { nextMoment } from '../collections/import/publish.ts'
import { TAKE_TURN } from '../collections/import/publish-sql.ts'
import type { Queryable } from '../db/pool.ts'
import { inTransaction } from '../db/transaction.ts'
import { dayInVietnam } from '../http/calendar.ts'
import { HttpError } from '../http/errors.ts'
import type { MediaStore } from '../media/contract.ts'
import { MOST_IMAGES, type ImageWords, type RelicImage, type RelicImages } from './image-contract.ts'
import {
  endImage,
  findImages,
  findSite,
  findVersion,
  insertImage,
  orderImages,
  reviseImage,
  type RelicSite
} from './image-queries.ts'

/** What changes to images are made with. */
export interface ImageDesk {
  db: Pool
  audit: Audit<Queryable>
  media: MediaStore
}

/** A culture officer, the address from which he asks, and the relic that he names. */
export interface Asked {
  actor: Actor
  from: string
  slug: string
}

/** `outdated`: somebody was quicker, and nothing was done. `relic`: as its images are now. */
export interface ImageOutcome {
  kind: 'done' | 'outdated'
  relic: RelicImages
}

const NO_RELIC = {
  vi: 'Không có di tích này trong phạm vi ông/bà quản lý. Hãy mở lại từ danh sách di tích.',
  en: 'There is no such relic among those that you manage. Open it again from the list.'
}
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

/** A relic of the officer's commune. Throws 404. */
export async function requireSite(db: Queryable, { actor, slug }: Omit<Asked, 'from'>): Promise<RelicSite> {
  const site = await findSite(db, slug, actor.communeCode)
  if (!site) throw new HttpError(404, NO_RELIC)
  return site
}

/** The images of a relic as they are now. */
export async function imagesOf(db: Queryable, { siteId, slug, name }: RelicSite): Promise<RelicImages> {
  return { slug, name, version: await findVersion(db, siteId), images: await findImages(db, siteId) }
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

/** A change, once it is its turn among publications: figures of a moment stay what they were. */
interface Change {
  client: Queryable
  site: RelicSite
  images: RelicImage[]
  at: string
  today: string
}

/** Does one change; what `work` answers goes into the log, null: nothing was done. */
async function change(
  { db, audit }: ImageDesk,
  asked: Asked,
  action: 'relic_image.add' | 'relic_image.change' | 'relic_image.order' | 'relic_image.withdraw',
  work: (
    change: Change
  ) => Promise<{ before?: Record<string, unknown>; after?: Record<string, unknown> } | null>
): Promise<ImageOutcome> {
  return inTransaction(db, async (client) => {
    const site = await requireSite(client, asked)
    await client.query(TAKE_TURN)
    const at = await nextMoment(client)
    const images = await findImages(client, site.siteId)
    const told = await work({ client, site, images, at, today: dayInVietnam() })
    const relic = await imagesOf(client, site)
    if (told === null) return { kind: 'outdated', relic }
    const { actor, from } = asked
    const subject = { subject: 'relic', subjectId: site.slug, communeCode: site.communeCode }
    await audit(client, { actor, from, action, ...subject, ...told })
    return { kind: 'done', relic }
  })
}

function requireImage(images: readonly RelicImage[], id: number) {
  const image = images.find((one) => one.id === id)
  if (!image) throw new HttpError(404, NO_IMAGE)
  return image
}

/** Shows an original that was handed in, last in the order. Throws 404, 409, 422. */
export async function addImage(desk: ImageDesk, asked: Asked, sha256: string, words: ImageWords) {
  await requireSite(desk.db, asked)
  const made = await desk.media.publish(sha256, [])
  const { relic } = await change(
    desk,
    asked,
    'relic_image.add',
    async ({ client, site, images, ...times }) => {
      if (images.some((image) => image.sha256 === sha256)) throw new HttpError(409, THERE_ALREADY)
      if (images.length >= MOST_IMAGES) throw new HttpError(422, TOO_MANY)
      const said = { siteId: site.siteId, words, ...times }
      const id = await insertImage(client, said, { sha256, ...made })
      if (id === undefined) throw new HttpError(404, NO_FILE)
      return { after: { id, sha256, ...words } }
    }
  )
  return relic
}

/** Says something else of an image of a version. Throws 404. */
export async function changeImage(
  desk: ImageDesk,
  asked: Asked,
  { id, version }: Pick<RelicImage, 'id' | 'version'>,
  words: ImageWords
) {
  return change(desk, asked, 'relic_image.change', async ({ client, images, at }) => {
    const image = requireImage(images, id)
    if (image.version !== version) return null
    await reviseImage(client, id, { at, words })
    return { before: shown(image), after: shown({ ...image, ...words }) }
  })
}

/** Puts the images in an order that names each of them once. */
export async function setOrder(desk: ImageDesk, asked: Asked, version: number, ids: readonly number[]) {
  return change(desk, asked, 'relic_image.order', async ({ client, site, images, at }) => {
    const before = images.map((image) => image.id)
    const isSame = before.length === ids.length && before.every((id) => ids.includes(id))
    if (!isSame || (await findVersion(client, site.siteId)) !== version) return null
    await orderImages(client, ids, at)
    return { before: { ids: before }, after: { ids } }
  })
}

/** Takes an image of a version down: it is public no more, its original is kept. Throws 404. */
export async function withdrawImage(
  desk: ImageDesk,
  asked: Asked,
  { id, version }: Pick<RelicImage, 'id' | 'version'>
) {
  let original: string | undefined
  const outcome = await change(desk, asked, 'relic_image.withdraw', async ({ client, images, ...times }) => {
    const image = requireImage(images, id)
    if (image.version !== version) return null
    await endImage(client, id, times)
    original = image.sha256
    return { before: shown(image) }
  })
  if (original !== undefined) await desk.media.withdraw(original)
  return outcome
}

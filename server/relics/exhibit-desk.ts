import type { Queryable } from '../db/pool.ts'
import { HttpError } from '../http/errors.ts'
import { EXHIBIT_KINDS, type ExhibitKind } from '../media/contract.ts'
import {
  MOST_EXHIBITS,
  type ExhibitWords,
  type RelicExhibit,
  type RelicExhibits
} from './exhibit-contract.ts'
import { findExhibits } from './exhibit-queries.ts'
import type { RelicSite } from './image-queries.ts'
import { changeInTurn, requireSite, type Asked, type MediaDesk, type Told, type Turn } from './media-desk.ts'
import { endMedium, findVersion, insertMedium, orderMedia, reviseMedium } from './medium-queries.ts'

const NOT_THERE = {
  vi: 'Mục này không còn trên trang di tích, có thể người khác vừa gỡ. Hãy tải lại trang.',
  en: 'This is no longer shown; somebody may have taken it down. Load the page again.'
}
const NO_FILE = {
  vi: 'Máy chủ không còn giữ tệp này. Hãy chọn và gửi lại tệp.',
  en: 'The server no longer has this file. Choose it and send it again.'
}
const THERE_ALREADY = {
  vi: 'Di tích này đã có đúng tệp này. Hãy sửa lời của mục đang có, hoặc chọn tệp khác.',
  en: 'This relic has this very file already. Change what is said of it, or choose another.'
}
const TOO_MANY = {
  vi: `Một di tích có tối đa ${MOST_EXHIBITS} âm thanh, ảnh 360° và mô hình 3D. Hãy gỡ bớt trước khi thêm.`,
  en: `A relic has at most ${MOST_EXHIBITS} sounds, 360° views and 3D models. Take some down before you add one.`
}
const NO_TRANSCRIPT = {
  vi: 'Âm thanh phải có bản chép lời bằng tiếng Việt, để người không nghe được cũng đọc được.',
  en: 'A sound must have a transcript in Vietnamese, for whoever cannot hear it.'
}
const STRAY_TRANSCRIPT = {
  vi: 'Chỉ âm thanh mới có bản chép lời.',
  en: 'Only a sound has a transcript.'
}

const NO_POSTER = {
  vi: 'Mô hình 3D phải có ảnh xem trước. Hãy chọn một ảnh của di tích.',
  en: 'A 3D model must have a picture that is shown first. Choose one of the relic’s pictures.'
}
const STRAY_POSTER = {
  vi: 'Chỉ mô hình 3D mới chọn ảnh xem trước.',
  en: 'Only for a 3D model is a picture chosen that is shown first.'
}

/** What the file of each kind is in the store. */
const FILE_KINDS = { audio: 'audio', panorama: 'image', model: 'model' } as const satisfies Record<
  ExhibitKind,
  string
>

/** The sounds, panoramas and models of a relic as they are now. */
export async function exhibitsOf(db: Queryable, { siteId, slug, name }: RelicSite): Promise<RelicExhibits> {
  const version = await findVersion(db, siteId, EXHIBIT_KINDS)
  return { slug, name, version, exhibits: await findExhibits(db, siteId) }
}

/** What the log keeps of one. */
const shown = ({
  id,
  kind,
  sha256,
  altVi,
  captionVi,
  transcriptVi,
  author,
  licence,
  takenOn
}: RelicExhibit) => ({
  ...{ id, kind, sha256, altVi, captionVi, transcriptVi },
  ...{ author, licence, takenOn }
})

type Action = 'relic_exhibit.add' | 'relic_exhibit.change' | 'relic_exhibit.order' | 'relic_exhibit.withdraw'

const change = (
  desk: MediaDesk,
  asked: Asked,
  action: Action,
  work: (turn: Turn, exhibits: RelicExhibit[]) => Promise<Told>
) =>
  changeInTurn(desk, asked, { action, listOf: exhibitsOf }, async (turn) =>
    work(turn, await findExhibits(turn.client, turn.site.siteId))
  )

function requireExhibit(exhibits: readonly RelicExhibit[], id: number) {
  const exhibit = exhibits.find((one) => one.id === id)
  if (!exhibit) throw new HttpError(404, NOT_THERE)
  return exhibit
}

function checkTranscript(kind: ExhibitKind, { transcriptVi, transcriptEn }: ExhibitWords) {
  if (kind === 'audio' && transcriptVi === null) throw new HttpError(422, NO_TRANSCRIPT)
  if (kind !== 'audio' && (transcriptVi ?? transcriptEn) !== null) throw new HttpError(422, STRAY_TRANSCRIPT)
}

/** An original that was handed in, and as what it is shown. */
export interface HandedIn {
  kind: ExhibitKind
  sha256: string
  /** The original of the picture that is shown before a model. */
  poster: string | null
}

/** The picture that is shown first: of a panorama itself, of a model the one that was chosen. Throws 404, 422. */
async function posterOf({ media }: MediaDesk, { kind, sha256, poster }: HandedIn) {
  if (kind !== 'model' && poster !== null) throw new HttpError(422, STRAY_POSTER)
  if (kind === 'audio') return {}
  if (kind === 'model' && poster === null) throw new HttpError(422, NO_POSTER)
  const made = await media.publish(poster ?? sha256, [])
  return { poster: made.picture, thumbnail: made.thumbnail, posterOf: poster }
}

/** Shows an original that was handed in, last in the order. Throws 404, 409, 422. */
export async function addExhibit(desk: MediaDesk, asked: Asked, given: HandedIn, words: ExhibitWords) {
  const { kind, sha256 } = given
  await requireSite(desk.db, asked)
  checkTranscript(kind, words)
  const poster = await posterOf(desk, given)
  const files = { ...(await desk.media.show(sha256, kind)), ...poster }
  const { relic } = await change(desk, asked, 'relic_exhibit.add', async (turn, exhibits) => {
    if (exhibits.some((one) => one.sha256 === sha256)) throw new HttpError(409, THERE_ALREADY)
    if (exhibits.length >= MOST_EXHIBITS) throw new HttpError(422, TOO_MANY)
    const { client, site, at, today } = turn
    const said = { siteId: site.siteId, words: { kind, ...words }, at, today }
    const id = await insertMedium(client, said, { sha256, ...files }, FILE_KINDS[kind])
    if (id === undefined) throw new HttpError(404, NO_FILE)
    return { after: { id, kind, sha256, ...words } }
  })
  return relic
}

type Which = Pick<RelicExhibit, 'id' | 'version'>

/** Says something else of one of a version. Throws 404, 422. */
export async function changeExhibit(
  desk: MediaDesk,
  asked: Asked,
  { id, version }: Which,
  words: ExhibitWords
) {
  return change(desk, asked, 'relic_exhibit.change', async ({ client, at }, exhibits) => {
    const exhibit = requireExhibit(exhibits, id)
    if (exhibit.version !== version) return null
    checkTranscript(exhibit.kind, words)
    await reviseMedium(client, id, { at, words: { kind: exhibit.kind, ...words } })
    return { before: shown(exhibit), after: shown({ ...exhibit, ...words }) }
  })
}

/** Puts them in an order that names each of them once. */
export async function orderExhibits(desk: MediaDesk, asked: Asked, version: number, ids: readonly number[]) {
  return change(desk, asked, 'relic_exhibit.order', async ({ client, site, at }, exhibits) => {
    const before = exhibits.map((exhibit) => exhibit.id)
    const isSame = before.length === ids.length && before.every((id) => ids.includes(id))
    if (!isSame || (await findVersion(client, site.siteId, EXHIBIT_KINDS)) !== version) return null
    await orderMedia(client, ids, at)
    return { before: { ids: before }, after: { ids } }
  })
}

/** Takes one of a version down: it is public no more, its original is kept. Throws 404. */
export async function withdrawExhibit(desk: MediaDesk, asked: Asked, { id, version }: Which) {
  const originals: string[] = []
  let files: string[] = []
  const outcome = await change(
    desk,
    asked,
    'relic_exhibit.withdraw',
    async ({ client, ...times }, exhibits) => {
      const exhibit = requireExhibit(exhibits, id)
      if (exhibit.version !== version) return null
      files = await endMedium(client, id, times)
      originals.push(exhibit.sha256)
      if (exhibit.posterOf !== null) originals.push(exhibit.posterOf)
      return { before: shown(exhibit) }
    }
  )
  for (const original of originals) await desk.media.withdraw(original, files)
  return outcome
}

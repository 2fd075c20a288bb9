import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { dayInVietnam } from '../http/calendar.ts'
import { HttpError } from '../http/errors.ts'
import type { changePlace, createPlace, endPlace, Place, PlaceValues, restorePlace } from './contract.ts'
import type { EditDesk, Maker } from './desk.ts'
import type { Editable } from './form.ts'
import { findHistory } from './history-queries.ts'
import { findPlace, isKeyTaken, type FoundPlace } from './place-queries.ts'
import { publishEdit, requireKnown, type Edit } from './publish-edit.ts'
import { requireShape } from './shape-check.ts'
import { requireStatedWith } from './stated-with.ts'

/** The place was changed meanwhile: as it is now. */
export class Outdated extends Error {
  readonly place: Place

  constructor(place: Place) {
    super('The place was changed meanwhile')
    this.place = place
  }
}

const NONE = {
  vi: 'Không có địa điểm này trong xã của ông/bà. Có thể lần nạp dữ liệu của nó đã được gỡ; hãy tải lại danh sách.',
  en: 'There is no such place in your commune. Its import may have been taken back; load the list again.'
}
const TAKEN = {
  vi: 'Mã này đang là của một địa điểm khác. Hãy dùng mã khác, hoặc mở địa điểm ấy để sửa.',
  en: 'This code is in use for another place. Use another one, or open that place to change it.'
}
const KEY_STAYS = {
  vi: 'Không đổi được mã của địa điểm đã có, vì các số liệu và lần nạp sau nhận ra địa điểm bằng mã. Hãy kết thúc địa điểm cũ và thêm địa điểm mới.',
  en: 'The code of a place cannot be changed, because figures and later imports know the place by it. End this place and add a new one.'
}
const WRONG_DAYS = {
  vi: 'Ngày hết hiệu lực phải sau ngày có hiệu lực.',
  en: 'The day until which it is valid must be after the day from which it is.'
}
const NOT_AHEAD = {
  vi: 'Không công khai trước được vị trí đang giữ kín. Hãy lưu thay đổi này vào đúng ngày công khai.',
  en: 'A hidden place cannot be opened in advance. Save this change on the day from which it is public.'
}
const NO_VERSION = {
  vi: 'Địa điểm này không có bản ấy. Hãy tải lại lịch sử.',
  en: 'This place has no such version. Load the history again.'
}
const NO_COMMUNE = {
  vi: 'Hãy chọn xã của địa điểm.',
  en: 'Choose the commune of the place.'
}

/** The place, if the asker may see it. Throws 404. */
export async function requirePlace(
  { db }: Pick<EditDesk, 'db'>,
  collection: Editable,
  { actor }: Pick<Maker, 'actor'>,
  id: number
): Promise<FoundPlace> {
  const found = await findPlace(db, collection, id, dayInVietnam())
  const isHis = actor.communeCode === null || found?.place.communeCode === actor.communeCode
  if (!found || !isHis) throw new HttpError(404, NONE)
  return found
}

/** Throws `Outdated` where the place is no longer as it was read. */
const stillAs =
  (collection: Editable, id: number, etag: string): Edit['recheck'] =>
  async (db) => {
    const now = await findPlace(db, collection, id, dayInVietnam())
    if (!now) throw new HttpError(404, NONE)
    if (now.place.etag !== etag) throw new Outdated(now.place)
  }

/** A hidden place is opened at once: what is published in advance would already tell where it is. */
function requireOpenedNow({ hidden }: FoundPlace, values: PlaceValues, from: string | null) {
  const opens = Object.keys(hidden).some((name) => values[name] === false)
  if (opens && from !== null && from > dayInVietnam()) throw new HttpError(422, NOT_AHEAD)
}

function requireDays(from: string | null, to: string | null) {
  if (from !== null && to !== null && from >= to) throw new HttpError(422, WRONG_DAYS)
}

const laterOf = (day: string | null) => (day !== null && day > dayInVietnam() ? day : dayInVietnam())

async function answer(desk: EditDesk, collection: Editable, maker: Maker, id: number): Promise<Place> {
  return (await requirePlace(desk, collection, maker, id)).place
}

/** Adds a place. Throws 409 (its code is in use, its ground another's) and 422. */
export async function openPlace(
  desk: EditDesk,
  collection: Editable,
  maker: Maker,
  body: z.infer<typeof createPlace.body>
): Promise<Place> {
  const { values, geometry, validFrom, validTo, reason, overlaps } = body
  const commune = maker.actor.communeCode ?? body.commune
  if (commune === undefined) throw new HttpError(422, NO_COMMUNE)
  requireKnown(collection, values)
  requireStatedWith(collection, {}, values)
  requireDays(validFrom, validTo)
  await requireShape(desk.db, collection, geometry, { commune, own: null, day: laterOf(validFrom), overlaps })
  const ref = collection.key.includes('ref') ? `can-bo-${randomUUID().slice(0, 13)}` : null
  const keys = { ...values, ref, commune_code: commune }
  const recheck: Edit['recheck'] = async (db) => {
    if (await isKeyTaken(db, collection, keys)) throw new HttpError(409, TAKEN)
  }
  const edit = { values, geometry, validFrom, validTo, reason, commune, ref, recheck }
  const whole: Edit = { ...edit, action: 'create', thing: null, inSet: false, before: null }
  return answer(desk, collection, maker, await publishEdit(desk, collection, maker, whole))
}

function requireSameKey({ key }: Editable, { place }: FoundPlace, values: Place['values']) {
  const moved = key.some((name) => name in values && (values[name] ?? null) !== (place.values[name] ?? null))
  if (moved) throw new HttpError(422, KEY_STAYS)
}

/** What every edit of a place that is there has in common. */
function editOf(collection: Editable, { place, ref }: FoundPlace, etag: string) {
  const commune = place.communeCode ?? undefined
  return { thing: place.id, commune, ref, recheck: stillAs(collection, place.id, etag), before: place.values }
}

/** Changes a place that was read with the etag. Throws `Outdated`, 404, 409 (a neighbour's ground) and 422. */
export async function alterPlace(
  desk: EditDesk,
  collection: Editable,
  maker: Maker,
  { id, etag }: { id: number; etag: string },
  { geometry, ...body }: z.infer<typeof changePlace.body>
): Promise<Place> {
  const found = await requirePlace(desk, collection, maker, id)
  const { place } = found
  if (place.etag !== etag) throw new Outdated(place)
  requireKnown(collection, body.values)
  requireStatedWith(collection, place.values, body.values)
  requireSameKey(collection, found, body.values)
  requireOpenedNow(found, body.values, body.validFrom)
  requireDays(body.validFrom, body.validTo)
  const { overlaps, ...said } = body
  const commune = place.communeCode ?? undefined
  if (geometry)
    await requireShape(desk.db, collection, geometry, {
      commune,
      own: found.rowId,
      day: laterOf(body.validFrom),
      overlaps
    })
  const edit: Edit = {
    ...said,
    ...editOf(collection, found, etag),
    action: 'change',
    values: { ...place.values, ...body.values },
    geometry: geometry ?? place.geometry,
    inSet: found.inSet && geometry === undefined
  }
  await publishEdit(desk, collection, maker, edit)
  return answer(desk, collection, maker, place.id)
}

/** Ends a place from a day on. Throws `Outdated`, 404 and 422. */
export async function closePlace(
  desk: EditDesk,
  collection: Editable,
  maker: Maker,
  { id, etag }: { id: number; etag: string },
  { from, reason }: z.infer<typeof endPlace.body>
): Promise<Place> {
  const found = await requirePlace(desk, collection, maker, id)
  const { place, inSet } = found
  if (place.etag !== etag) throw new Outdated(place)
  requireDays(place.validFrom, from)
  const { values, geometry } = place
  const edit = { values, geometry, validFrom: from, validTo: null, reason, inSet }
  await publishEdit(desk, collection, maker, { ...edit, ...editOf(collection, found, etag), action: 'end' })
  return answer(desk, collection, maker, place.id)
}

/** Says again what a version said, from a day on. Throws `Outdated`, 404 and 422. */
export async function restoreVersion(
  desk: EditDesk,
  collection: Editable,
  maker: Maker,
  { id, etag }: { id: number; etag: string },
  { version, validFrom, reason }: z.infer<typeof restorePlace.body>
): Promise<Place> {
  const found = await requirePlace(desk, collection, maker, id)
  if (found.place.etag !== etag) throw new Outdated(found.place)
  const history = await findHistory(desk.db, collection, id)
  const kept = history.find((one) => one.version === version)
  if (!kept) throw new HttpError(404, NO_VERSION)
  const { geometry, inSet } = kept
  // What is hidden now stays so, for nobody decided to open it who wants an old text back.
  const values = { ...kept.values, ...found.hidden }
  const edit = { values, geometry, validFrom, validTo: null, reason, inSet }
  await publishEdit(desk, collection, maker, {
    ...edit,
    ...editOf(collection, found, etag),
    action: 'restore'
  })
  return answer(desk, collection, maker, found.place.id)
}

import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { Queryable } from '../db/pool.ts'
import { dayInVietnam } from '../http/calendar.ts'
import { HttpError } from '../http/errors.ts'
import type { changePlace, createPlace, endPlace, Place, PlaceShape } from './contract.ts'
import type { PlaceValues } from './form-contract.ts'
import type { EditDesk, Maker } from './desk.ts'
import type { Editable } from './form.ts'
import { findMade, findPlace, isKeyTaken, type FoundPlace } from './place-queries.ts'
import { publishEdit, requireKnown, type Edit } from './publish-edit.ts'
import { ENDS_EARLY, KEY_STAYS, NO_COMMUNE, NONE, NOT_AHEAD, TAKEN, WRONG_DAYS } from './refusals.ts'
import { requireFree, requireShape } from './shape-check.ts'
import { requireStatedWhere, requireStatedWith } from './stated-with.ts'

/** The wish was sent before, and its answer lost. */
class MadeBefore extends Error {
  readonly id: number

  constructor(id: number) {
    super('The place is there already')
    this.id = id
  }
}

/** The place was changed meanwhile: as it is now. */
export class Outdated extends Error {
  readonly place: Place

  constructor(place: Place) {
    super('The place was changed meanwhile')
    this.place = place
  }
}

/** The place, if the asker may see it. Throws 404. */
export async function requirePlace(
  { db }: { db: Queryable },
  collection: Editable,
  { actor }: Pick<Maker, 'actor'>,
  id: number
): Promise<FoundPlace> {
  const found = await findPlace(db, collection, id, dayInVietnam())
  const isHis = actor.communeCode === null || found?.place.communeCode === actor.communeCode
  if (!found || !isHis) throw new HttpError(404, NONE)
  return found
}

/** A shape that is to be a place's; undefined: it keeps the one that it has. */
interface LookedAt {
  geometry: PlaceShape | undefined
  validFrom: string | null
  overlaps: boolean
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

/** The place as it is now, for whoever changed it. */
export async function answer(desk: EditDesk, collection: Editable, maker: Maker, id: number): Promise<Place> {
  return (await requirePlace(desk, collection, maker, id)).place
}

const publishNew = (desk: EditDesk, collection: Editable, maker: Maker, edit: Edit) =>
  publishEdit(desk, collection, maker, edit).catch((error: unknown) => {
    if (error instanceof MadeBefore) return error.id
    throw error
  })

/** Adds a place, or answers the one that the same wish added before. Throws 409 (its code is in use, its ground another's) and 422. */
export async function openPlace(
  desk: EditDesk,
  collection: Editable,
  maker: Maker,
  body: z.infer<typeof createPlace.body>
): Promise<Place> {
  const { values, geometry, validFrom, validTo, reason, overlaps, wish } = body
  const commune = maker.actor.communeCode ?? body.commune
  if (commune === undefined) throw new HttpError(422, NO_COMMUNE)
  requireKnown(collection, values)
  requireStatedWith(collection, {}, values)
  requireStatedWhere(collection, {}, values)
  requireDays(validFrom, validTo)
  const wkb = await requireShape(desk.db, collection, geometry, commune)
  const ref = collection.key.includes('ref') ? `can-bo-${randomUUID().slice(0, 13)}` : null
  const keys = { ...values, ref, commune_code: commune }
  const setting = { commune, own: null, day: laterOf(validFrom), overlaps }
  const recheck: Edit['recheck'] = async (db) => {
    const made = wish && (await findMade(db, collection, maker.actor.accountId, wish))
    if (made) throw new MadeBefore(made)
    if (await isKeyTaken(db, collection, keys)) throw new HttpError(409, TAKEN)
    await requireFree(db, collection, wkb, setting)
  }
  const edit = { values, geometry, validFrom, validTo, reason, commune, ref, recheck, wish }
  const whole: Edit = { ...edit, action: 'create', thing: null, inSet: false, before: null }
  return answer(desk, collection, maker, await publishNew(desk, collection, maker, whole))
}

function requireSameKey({ key }: Editable, { place }: FoundPlace, values: Place['values']) {
  const moved = key.some((name) => name in values && (values[name] ?? null) !== (place.values[name] ?? null))
  if (moved) throw new HttpError(422, KEY_STAYS)
}

/** Looks at a new shape of a place that is there; what is to be looked at once more when nobody else can publish. Throws 422. */
export async function shapeChecked(
  { db }: Pick<EditDesk, 'db'>,
  collection: Editable,
  { place, rowId }: FoundPlace,
  etag: string,
  { geometry, validFrom, overlaps }: LookedAt
): Promise<Edit['recheck']> {
  const isSame = stillAs(collection, place.id, etag)
  if (!geometry) return isSame
  const commune = place.communeCode ?? undefined
  const wkb = await requireShape(db, collection, geometry, commune)
  return async (client) => {
    await isSame(client)
    await requireFree(client, collection, wkb, { commune, own: rowId, day: laterOf(validFrom), overlaps })
  }
}

/** What every edit of a place that is there has in common. */
export function editOf(collection: Editable, { place, ref }: FoundPlace, etag: string) {
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
  requireStatedWhere(collection, place.values, body.values)
  requireSameKey(collection, found, body.values)
  requireOpenedNow(found, body.values, body.validFrom)
  requireDays(body.validFrom, body.validTo)
  const { overlaps, ...said } = body
  const looked = { geometry, validFrom: body.validFrom, overlaps }
  const edit: Edit = {
    ...said,
    ...editOf(collection, found, etag),
    recheck: await shapeChecked(desk, collection, found, etag, looked),
    action: 'change',
    values: { ...place.values, ...body.values },
    geometry: geometry ?? place.geometry,
    inSet: found.inSet && geometry === undefined
  }
  await publishEdit(desk, collection, maker, edit)
  return answer(desk, collection, maker, place.id)
}

/**
 * Ends a place from a day on; from the day on which it began: it was entered by mistake and never in force. Throws `Outdated`,
 * 404 and 422.
 */
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
  if (place.validFrom !== null && from < place.validFrom) throw new HttpError(422, ENDS_EARLY)
  const { values, geometry } = place
  const edit = { values, geometry, validFrom: from, validTo: null, reason, inSet }
  await publishEdit(desk, collection, maker, { ...edit, ...editOf(collection, found, etag), action: 'end' })
  return answer(desk, collection, maker, place.id)
}

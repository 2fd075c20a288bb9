import type { Pool } from 'pg'
import type { Audit } from '../../accounts/contract.ts'
import { nextMoment } from '../../collections/import/publish.ts'
import { TAKE_TURN } from '../../collections/import/publish-sql.ts'
import type { Queryable } from '../../db/pool.ts'
import { inTransaction } from '../../db/transaction.ts'
import { dayInVietnam } from '../../http/calendar.ts'
import type { MediaStore } from '../../media/contract.ts'
import type { Maker } from '../desk.ts'
import type { Editable } from '../form.ts'
import { requirePlace } from '../place-desk.ts'
import type { PhotoEvent, PlacePhotos } from './contract.ts'
import {
  closePhoto,
  findPhotoEvents,
  findPhotos,
  findPhotosVersion,
  insertPhoto,
  type KeptPhoto,
  type PhotoPlace,
  type PhotoVersion
} from './queries.ts'

/** What changes to photos are made with. */
export interface PhotoDesk {
  db: Pool
  audit: Audit<Queryable>
  media: MediaStore
}

/** Who asks, and the place that he names. */
export interface AskedPlace {
  maker: Maker
  collection: Editable
  id: number
}

/** `outdated`: somebody was quicker, and nothing was done. `photos`: as they are now. */
export interface PhotoOutcome {
  kind: 'done' | 'outdated'
  photos: PlacePhotos
}

/** The photos of a place, with what was done to them. */
export async function listed(db: Queryable, place: PhotoPlace): Promise<PlacePhotos> {
  return {
    version: await findPhotosVersion(db, place),
    photos: await findPhotos(db, place),
    history: await findPhotoEvents(db, place)
  }
}

/** The place that is asked about, by the row that speaks of it now. Throws 404. */
export const placeOf = async (db: Queryable, { maker, collection, id }: AskedPlace) => {
  const { place, rowId } = await requirePlace({ db }, collection, maker, id)
  return { collection: collection.id, rowId, id: place.id, communeCode: place.communeCode }
}

/** What a change works on; `say` keeps a version in the place of the one before. */
export interface Turn {
  client: Queryable
  place: PhotoPlace
  photos: readonly KeptPhoto[]
  today: string
  say: (photo: KeptPhoto, more: Partial<PhotoVersion>) => Promise<unknown>
  add: (photo: Omit<PhotoVersion, 'accountId' | 'at' | 'action'>) => Promise<number | undefined>
}

/** What goes into the log; null: nothing was done. */
export type Told = { before?: Record<string, unknown>; after?: Record<string, unknown> } | null

/** Does one change of a place's photos in one transaction, with its entry in the log. Throws 404. */
export async function changePhotos(
  { db, audit }: PhotoDesk,
  asked: AskedPlace,
  action: PhotoEvent['action'],
  work: (turn: Turn) => Promise<Told>
): Promise<PhotoOutcome> {
  const { actor, from } = asked.maker
  return inTransaction(db, async (client) => {
    await client.query(TAKE_TURN)
    const place = await placeOf(client, asked)
    const at = await nextMoment(client)
    const made = { accountId: actor.accountId, action, at }
    const say: Turn['say'] = async (photo, more) => {
      const position = await closePhoto(client, photo.id, at)
      const as = { collection: place.collection, position, reason: null, validTo: null }
      await insertPhoto(client, { ...photo, ...as, ...made, ...more })
    }
    const add: Turn['add'] = (photo) => insertPhoto(client, { ...photo, ...made })
    const photos = await findPhotos(client, place)
    const told = await work({ client, place, photos, today: dayInVietnam(), say, add })
    if (told === null) return { kind: 'outdated', photos: await listed(client, place) }
    const subject = { subject: place.collection, subjectId: place.id, communeCode: place.communeCode }
    const now = await listed(client, place)
    await audit(client, { actor, from, action: `place_photo.${action}`, ...subject, ...told })
    return { kind: 'done', photos: now }
  })
}

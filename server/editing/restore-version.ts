import { isDeepStrictEqual } from 'node:util'
import type { z } from 'zod'
import { HttpError } from '../http/errors.ts'
import type { Place, restorePlace } from './contract.ts'
import type { EditDesk, Maker } from './desk.ts'
import type { Editable } from './form.ts'
import { findHistory } from './history-queries.ts'
import { answer, editOf, Outdated, requirePlace, shapeChecked } from './place-desk.ts'
import { publishEdit } from './publish-edit.ts'
import { NO_VERSION } from './refusals.ts'

/** Says again what a version said, from a day on. Throws `Outdated`, 404, 409 (a neighbour's ground) and 422. */
export async function restoreVersion(
  desk: EditDesk,
  collection: Editable,
  maker: Maker,
  { id, etag }: { id: number; etag: string },
  { version, validFrom, reason, overlaps }: z.infer<typeof restorePlace.body>
): Promise<Place> {
  const found = await requirePlace(desk, collection, maker, id)
  if (found.place.etag !== etag) throw new Outdated(found.place)
  const history = await findHistory(desk.db, collection, id)
  const kept = history.find((one) => one.version === version)
  if (!kept) throw new HttpError(404, NO_VERSION)
  const { geometry, inSet } = kept
  // What is hidden now stays so, for nobody decided to open it who wants an old text back.
  const values = { ...kept.values, ...found.hidden }
  const isMoved = !isDeepStrictEqual(geometry, found.place.geometry)
  const looked = { geometry: isMoved ? geometry : undefined, validFrom, overlaps }
  await publishEdit(desk, collection, maker, {
    ...{ values, geometry, validFrom, validTo: null, reason, inSet, action: 'restore' },
    ...editOf(collection, found, etag),
    recheck: await shapeChecked(desk, collection, found, etag, looked)
  })
  return answer(desk, collection, maker, found.place.id)
}

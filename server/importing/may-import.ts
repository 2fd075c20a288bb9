import type { Actor } from '../accounts/contract.ts'
import type { Collection, Registry } from '../collections/collection.ts'
import { HttpError } from '../http/errors.ts'
import type { ImportChoice } from './contract.ts'

const NOT_HIS = new HttpError(403, {
  vi: 'Vai trò của ông/bà không được nạp lớp dữ liệu này.',
  en: 'Your role may not fill this collection.'
})
const OTHER_COMMUNE = new HttpError(403, {
  vi: 'Ông/bà chỉ được nạp dữ liệu của xã mình.',
  en: 'You may only take in data of your own commune.'
})

type Importable = Pick<Registry, 'importable'>

/** The collections that somebody fills; the communes, the ground below the map and deliveries are nobody's here. */
export const importableBy = ({ importable }: Importable, { rights }: Actor): Collection[] =>
  importable.filter(
    ({ managedBy, filledBy = managedBy }) => filledBy !== undefined && rights.includes(filledBy)
  )

/** Throws 403 for somebody who fills no collection. */
export function requireSome(registry: Importable, actor: Actor) {
  if (importableBy(registry, actor).length === 0) throw NOT_HIS
}

/** The collection that is to be filled. Throws 403: it is not his, or the commune is another. */
export function requireImportable(
  registry: Importable,
  actor: Actor,
  { collection: id, commune }: Partial<ImportChoice>
): Collection {
  const collection = importableBy(registry, actor).find((one) => one.id === id)
  if (!collection) throw NOT_HIS
  if (commune !== undefined && actor.communeCode !== null && commune !== actor.communeCode)
    throw OTHER_COMMUNE
  return collection
}

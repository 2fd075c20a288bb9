import { importFields, type Collection } from '../collections/collection.ts'
import type { Localized } from '../collections/contract.ts'

/** A sentence on a value for people who fill in a form: the field by its title alone, its column is the files' business. */
export function withoutColumns(collection: Collection, { vi, en }: Localized): Localized {
  const names = importFields(collection).map(({ name }) => ` (${name})`)
  const told = (text: string) => names.reduce((said, name) => said.replace(name, ''), text)
  return { vi: told(vi), en: told(en) }
}

import { importFields, type Collection, type Field, type Registry } from '../collections/collection.ts'
import type { PlaceField, PlaceForm } from './form-contract.ts'

/** A collection that people edit: it has a place and a name. */
export interface Editable extends Collection {
  geometry: NonNullable<Collection['geometry']>
  label: string
  managedBy: NonNullable<Collection['managedBy']>
}

const isEditable = (collection: Collection): collection is Editable =>
  collection.managedBy !== undefined && collection.geometry !== null && collection.label !== undefined

/** The collections that declare who edits them. */
export const editableOf = (registry: Registry): readonly Editable[] => registry.all.filter(isEditable)

/** Ids and days are said apart from what is known of a place. */
const APART = ['ref', 'valid_from', 'valid_to']

/** What people fill in of a place: what a file may fill. */
export const placeFields = (collection: Editable): readonly Field[] =>
  importFields(collection).filter(({ name }) => !APART.includes(name))

const NOT_ASCII = /[^\x00-\x7f]/

/** What the collection calls it; where the value itself is Vietnamese that is its word, else the first that files use. */
const titleOf = ({ valueTitles }: Field, value: string, words: readonly string[]) =>
  valueTitles?.[value] ?? {
    vi: NOT_ASCII.test(value) ? value : (words[0] ?? value),
    en: value.replace(/_/g, ' ')
  }

function fieldOf(field: Field, { key }: Editable): PlaceField {
  const { name, title, type, required = false, long = false, values } = field
  const { min = null, max = null, past = false, statedWhere = null } = field
  const suggested = [...(field.suggested ?? [])]
  const choices =
    values && Object.entries(values).map(([value, words]) => ({ value, title: titleOf(field, value, words) }))
  const fixed = key.includes(name)
  return {
    name,
    title,
    type,
    required,
    long,
    fixed,
    values: choices ?? null,
    suggested,
    statedWhere,
    min,
    max,
    past
  }
}

/** The form of a collection. */
export const formOf = (collection: Editable): PlaceForm => ({
  collection: collection.id,
  title: collection.title,
  geometry: collection.geometry,
  label: collection.label,
  fields: placeFields(collection).map((field) => fieldOf(field, collection)),
  photos: collection.photos ?? null
})

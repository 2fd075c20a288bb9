import { importFields, type Collection } from '../../collections/collection.ts'
import { identifier } from '../../collections/import/table-columns.ts'

/** Digits that give every coordinate back as it is kept. */
const EXACT = 15
export const DAY = 'YYYY-MM-DD'
const MOMENT = 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'

/** The days of a row as a bag writes them; null: from the beginning, without end. */
export const firstDay = (row: string) => `to_char(nullif(${row}.valid_from, '-infinity'), '${DAY}')`
export const lastDay = (row: string) => `to_char(nullif(${row}.valid_to, 'infinity'), '${DAY}')`

/** A moment in UTC to the microsecond, so that texts compare as moments do; null: without end. */
export const moment = (column: string) =>
  `to_char(nullif(${column}, 'infinity') at time zone 'utc', '${MOMENT}')`

/** A shape as GeoJSON, to the last digit. */
export const shape = (column: string) => `st_asgeojson(${column}, ${EXACT}, 0)::json`

/** Columns of the row `r` as one object. */
export const valuesOf = (names: readonly string[]) =>
  `jsonb_build_object(${names.map((name) => `'${name}', r.${identifier(name)}`).join(', ')})`

/** What a file says of a feature of a collection, its days aside. */
export const factsOf = (collection: Collection) =>
  importFields(collection)
    .map(({ name }) => name)
    .filter((name) => name !== 'valid_from' && name !== 'valid_to')

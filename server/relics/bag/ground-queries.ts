import type { Collection } from '../../collections/collection.ts'
import { identifier } from '../../collections/import/table-columns.ts'
import type { Queryable } from '../../db/pool.ts'
import type { GroundRow } from './contract.ts'
import { factsOf, firstDay, lastDay, shape, valuesOf } from './row-sql.ts'

/** What the program itself says of rows (`illustration`, `provisional`): no file fills these. */
export const marksOf = ({ fields }: Collection) =>
  fields.flatMap(({ name, type, importable }) => (importable === false && type === 'boolean' ? [name] : []))

/** The column that says in which commune a row lies. */
const communeColumn = ({ communes }: Collection) => (communes ? 'code' : 'commune_code')

interface Row {
  communeCode: string
  validFrom: string | null
  validTo: string | null
  values: Record<string, unknown>
  geometry: GroundRow['geometry']
}

/** The rows in force of a collection in some communes. */
export async function readGround(
  db: Queryable,
  collection: Collection,
  communes: readonly string[]
): Promise<GroundRow[]> {
  const commune = `r.${identifier(communeColumn(collection))}`
  const { rows } = await db.query<Row>(
    `select ${commune} as "communeCode", ${firstDay('r')} as "validFrom", ${lastDay('r')} as "validTo",
            ${valuesOf([...factsOf(collection), ...marksOf(collection)])} as "values", ${shape('r.geom')} as geometry
       from ${identifier(collection.table)} r
      where r.known_to = 'infinity' and ${commune} = any($1::text[])
      order by r.id`,
    [communes]
  )
  return rows.map(({ communeCode, validFrom, validTo, values, geometry }) => ({
    type: 'Feature',
    geometry,
    properties: { ...values, commune_code: communeCode, valid_from: validFrom, valid_to: validTo }
  }))
}

/** Which of these communes have a border here. */
export async function findBordered(db: Queryable, codes: readonly string[]): Promise<string[]> {
  const { rows } = await db.query<{ code: string }>(
    `select distinct code from commune where code = any($1::text[]) and known_to = 'infinity' and geom is not null`,
    [codes]
  )
  return rows.map(({ code }) => code)
}

/** A file that was taken in here. */
export interface TakenFile {
  sha256: string
  importId: number
  /** Nothing of it was taken back. */
  holds: boolean
}

/** Every import of files of these hashes, the earliest first. */
export async function findTaken(db: Queryable, hashes: readonly string[]): Promise<TakenFile[]> {
  const { rows } = await db.query<TakenFile>(
    `select sha256, id::integer as "importId", undone_at is null as holds
       from import where sha256 = any($1::text[]) order by id`,
    [hashes]
  )
  return rows
}

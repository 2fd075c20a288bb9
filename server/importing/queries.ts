import type { Geometry } from 'geojson'
import type { Collection } from '../collections/collection.ts'
import type { SourceCrs } from '../collections/import/request.ts'
import type { Queryable } from '../db/pool.ts'
import type { ImportLook, LatestImport } from './contract.ts'

const LATEST = `
  select i.id, i.collection, i.title, i.imported_by as by, i.rows_in as rows,
         to_char(i.published_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, i.undone_at is not null as undone
    from import i
   where i.collection = any($1::text[]) and ($2::text is null or i.commune_code = $2)
     and ($3::bigint is null or i.id = $3)
     and not exists (select from place_edit e where e.import_id = i.id)
   order by i.id desc limit 20`

/** The latest files of some collections in a commune (null: in all); `id`: that one alone. */
export async function findImports(
  db: Queryable,
  collections: readonly string[],
  commune: string | null,
  id: number | null = null
): Promise<LatestImport[]> {
  return (await db.query<LatestImport>(LATEST, [collections, commune, id])).rows
}

const MOST_EXISTING = 2000
// About 2 m: what the eye tells apart where a file lies beside it.
const SIMPLER_DEGREES = 0.00002

const existingSql = (table: string) => `
  select st_asgeojson(st_simplify(geom, ${SIMPLER_DEGREES}, true), 6)::json as shape
    from "${table}"
   where known_to = 'infinity' and valid_from <= $2::date and $2::date < valid_to and geom is not null
     and ($1::text is null or commune_code = $1)
   limit ${MOST_EXISTING + 1}`

/** What there is of a collection on a day, in a commune (null: in all). */
export async function findExisting(
  db: Queryable,
  { table, geometry }: Pick<Collection, 'table' | 'geometry'>,
  commune: string | null,
  day: string
): Promise<{ shapes: ImportLook['shapes']; more: boolean }> {
  if (geometry === null) return { shapes: [], more: false }
  const { rows } = await db.query<{ shape: ImportLook['shapes'][number] }>(existingSql(table), [commune, day])
  const shapes = rows.slice(0, MOST_EXISTING).map(({ shape }) => shape)
  return { shapes, more: rows.length > MOST_EXISTING }
}

// Six decimals of a degree are 0.1 m, finer than anyone sees.
const IN_DEGREES = `st_asgeojson(st_transform(st_setsrid(st_geomfromgeojson(g), $2::integer), 4326), 6)::json`
const BY_TEXT = `st_asgeojson(st_transform(st_geomfromgeojson(g), $2::text, 4326), 6)::json`
const sql = (shape: string) => `select ${shape} as shape from unnest($1::text[]) g`

/** Shapes as they lie on the globe; none where one of them has no place there. */
export async function placeShapes(
  db: Queryable,
  shapes: readonly Geometry[],
  crs: SourceCrs
): Promise<ImportLook['shapes']> {
  const [text, system] = 'srid' in crs ? [IN_DEGREES, crs.srid] : [BY_TEXT, crs.definition]
  const values = [shapes.map((shape) => JSON.stringify(shape)), system]
  const { rows } = await db.query<{ shape: ImportLook['shapes'][number] }>(sql(text), values)
  return rows.map(({ shape }) => shape)
}

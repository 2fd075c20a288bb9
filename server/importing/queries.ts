import type { Geometry } from 'geojson'
import type { Collection } from '../collections/collection.ts'
import type { SourceCrs } from '../collections/import/request.ts'
import type { Queryable } from '../db/pool.ts'
import type { ImportList, ImportLook, LatestImport } from './contract.ts'

const PAGE = 20

const LATEST = `
  select i.id, i.collection, i.title, i.imported_by as by, i.rows_in as rows,
         to_char(i.published_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, i.undone_at is not null as undone
    from import i
   where i.collection = any($1::text[]) and ($2::text is null or i.commune_code = $2)
     and ($3::bigint is null or i.id = $3) and ($4::bigint is null or i.id < $4)
     and not exists (select from place_edit e where e.import_id = i.id)
   order by i.id desc limit ${PAGE + 1}`

interface Wanted {
  collections: readonly string[]
  /** null: in all. */
  commune: string | null
  /** That one alone. */
  id?: number
  /** Those with a lower number. */
  before?: number | undefined
}

/** The latest files of some collections in a commune, and the number before which older ones follow; null: none do. */
export async function findImports(
  db: Queryable,
  { collections, commune, id, before }: Wanted
): Promise<Pick<ImportList, 'imports' | 'next'>> {
  const { rows } = await db.query<LatestImport>(LATEST, [collections, commune, id, before])
  const imports = rows.slice(0, PAGE)
  return { imports, next: rows.length > PAGE ? (imports.at(-1)?.id ?? null) : null }
}

const MOST_EXISTING = 2000
// About 2 m: what the eye tells apart where a file lies beside it.
const SIMPLER_DEGREES = 0.00002

// About 50 m: enough to see whether the same homes are there, too little to say whose.
const GRID_DEGREES = 0.0005

const shapeOf = ({ open }: Existing) =>
  open ? `st_simplify(t.geom, ${SIMPLER_DEGREES}, true)` : `st_snaptogrid(t.geom, ${GRID_DEGREES})`
const reaches = ({ wide = false }: Existing) =>
  wide
    ? `or exists (select from commune c where c.code = $1 and c.known_to = 'infinity' and c.valid_from <= $2::date
                     and $2::date < c.valid_to and st_intersects(c.geom, t.geom))`
    : ''
const existingSql = (collection: Existing) => `
  select st_asgeojson(${shapeOf(collection)}, 6)::json as shape
    from "${collection.table}" t
   where t.known_to = 'infinity' and t.valid_from <= $2::date and $2::date < t.valid_to and t.geom is not null
     and ($1::text is null or t.commune_code = $1 ${reaches(collection)})
   order by t.id
   limit ${MOST_EXISTING + 1}`

type Existing = Pick<Collection, 'table' | 'geometry' | 'open' | 'wide'>

/** What there is of a collection on a day, in a commune (null: in all). */
export async function findExisting(
  db: Queryable,
  collection: Existing,
  commune: string | null,
  day: string
): Promise<{ shapes: ImportLook['shapes']; more: boolean; coarse: boolean }> {
  if (collection.geometry === null) return { shapes: [], more: false, coarse: false }
  type Row = { shape: ImportLook['shapes'][number] }
  const { rows } = await db.query<Row>(existingSql(collection), [commune, day])
  const shapes = rows.slice(0, MOST_EXISTING).map(({ shape }) => shape)
  return { shapes, more: rows.length > MOST_EXISTING, coarse: !collection.open }
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

import type { Queryable } from '../../db/pool.ts'
import { FORMULA_STARTS } from '../../http/csv.ts'
import { importFields, type Collection, type Field } from '../collection.ts'
import { itemFields } from '../ogc/filter.ts'
import { isInDegrees, type ExportFormat } from './contract.ts'

/** `open`: what anyone may read; `staff`: all that is known, for those who keep it. */
export type Audience = 'open' | 'staff'

/** What is exported, of a collection's view for its readers. */
export interface Export {
  collection: Collection
  audience: Audience
  format: ExportFormat
  srid: number
  /** YYYY-MM-DD: rows true that day. */
  day: string
  commune: string | undefined
}

/** A row of the result: a GeoJSON feature as text. */
interface Line {
  id: number
  feature: string
}

const PAGE_SIZE = 2000
/** Digits after the point: about 0.1 mm in degrees and in metres alike. */
const digitsOf = (srid: number) => (isInDegrees(srid) ? 9 : 4)

/** As `marked` does it. */
const markedSql = (text: string) => `regexp_replace(${text}, '^(''*[${FORMULA_STARTS}])', '''\\1')`

const nameOf = ({ name, shortName }: Field, { cutsNames }: ExportFormat) =>
  (cutsNames ? shortName : undefined) ?? name

function valueOf({ name, type }: Field, { hasLists, marksFormulas }: ExportFormat) {
  if (type === 'date') return `to_char(${name}, 'YYYY-MM-DD')`
  const text = type === 'text[]' && !hasLists ? `array_to_string(${name}, '; ')` : name
  return marksFormulas && (type === 'text' || type === 'text[]') ? markedSql(text) : text
}

/** For those who keep it a file has what a file can fill, the source's own id first, so that it can be taken in again. */
function fieldsOf({ collection, audience }: Export): readonly Field[] {
  if (audience === 'open') return itemFields(collection)
  const fields = importFields(collection)
  return [...fields.filter(({ name }) => name === 'ref'), ...fields.filter(({ name }) => name !== 'ref')]
}

/** Columns of a place for tables: of what is no point, a point inside. */
function placeColumns({ collection, format, srid }: Export) {
  if (!format.isTable || collection.geometry === null) return []
  const [x, y] = isInDegrees(srid) ? ['lng', 'lat'] : ['x', 'y']
  const rounded = (side: string) => `round(${side}(place.point)::numeric, ${digitsOf(srid)})`
  return [`'${x}', ${rounded('st_x')}`, `'${y}', ${rounded('st_y')}`]
}

/**
 * What of a commune counts. Those who keep it have what it says is theirs: a hidden place that only reaches over the border is
 * the neighbour's. The public has what lies in it, areas by their inner point; maps of a whole province wherever they reach.
 */
function isInCommune({ collection: { fields, communes, wide }, audience }: Export) {
  if (communes) return 'code = $3'
  const isKept = audience === 'staff' && !wide
  if (isKept || fields.some(({ name }) => name === 'commune_code')) return 'commune_code = $3'
  const own = `select geom from open.communes where code = $3
      and (valid_from is null or valid_from <= $1::date) and (valid_to is null or $1::date < valid_to)`
  const inside = wide ? 'v.geom' : 'st_pointonsurface(v.geom)'
  return `exists (select from (${own}) own where own.geom && v.geom and st_intersects(own.geom, ${inside}))`
}

/**
 * The rows as features, in the order of their ids. $1 day, $2 the id to begin after, $3 commune. The database transforms:
 * it knows how VN-2000 lies to WGS 84, which GDAL's own tables tell otherwise.
 */
function pageSql(asked: Export) {
  const { collection, audience, format, srid } = asked
  const own = fieldsOf(asked).map((field) => `'${nameOf(field, format)}', ${valueOf(field, format)}`)
  const properties = [...own, ...placeColumns(asked)].join(', ')
  const drawn = collection.geometry !== null && !format.isTable
  const geometry = drawn ? `st_asgeojson(place.geom, ${digitsOf(srid)}, 0)::json` : 'null::json'
  const at = collection.geometry === null ? 'null::geometry' : `st_transform(v.geom, ${srid})`
  return `
  select v.id, json_build_object('type', 'Feature', 'geometry', ${geometry}, 'properties', json_build_object(${properties}))::text as feature
    from ${audience}.${collection.id} v cross join lateral (select ${at} as geom offset 0) moved
         cross join lateral (select moved.geom, st_pointonsurface(moved.geom) as point) place
   where v.id > $2::bigint
     and (valid_from is null or valid_from <= $1::date) and (valid_to is null or $1::date < valid_to)
     and ($3::text is null or ${collection.geometry === null ? 'true' : isInCommune(asked)})
     ${format.needsPlace ? 'and v.geom is not null' : ''}
   order by v.id limit ${PAGE_SIZE}`
}

/** Every row of an export as one line of text, page by page: none is held longer than it takes to write. */
export async function* exportLines(db: Queryable, asked: Export): AsyncGenerator<string> {
  const sql = pageSql(asked)
  for (let after = 0; ;) {
    const { rows } = await db.query<Line>(sql, [asked.day, after, asked.commune])
    for (const { feature } of rows) yield `${feature}\n`
    const last = rows.at(-1)
    if (!last || rows.length < PAGE_SIZE) return
    after = last.id
  }
}

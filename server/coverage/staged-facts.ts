import type { Beside, BesideTask, StagedRows } from '../collections/derivation.ts'
import { KEEP_COVERAGE, nearEdges } from './near-edges-sql.ts'
import { analyzeOutgrown } from './statistics.ts'

/** Neighbours that are looked up together. */
const CHUNK = 48

// Staged rows have no index of their places. In the order of their places neighbours follow one another, so that a few dozen
// lie in a small box, which finds areas and maps by their indexes. Their ids are those that the rows will be published with.
// $1 staging, $2 the first id.
const CHUNKS = `
  fresh as materialized (
    select $2::bigint - 1 + row_number() over (order by geom, row_number) as id, geom as point
      from import_row
     where staging_id = $1 and problem is null
  ), chunk as materialized (
    select (id - $2) / ${CHUNK} as number, st_setsrid(st_extent(point)::geometry, 4326) as box,
           array_agg(id) as ids, array_agg(point) as points
      from fresh
     group by 1
  )`

// In the select list, where each row goes on as it comes; a function in `from` would write all of them down first.
const HELD = 'select id, point from (select unnest(ids) as id, unnest(points) as point offset 0) held'

// In the order of the areas, so that each is prepared once.
const HOLD_STAGED = `
  with ${CHUNKS}, met as materialized (
    select area.id as area_id, area.geom, ids, points
      from chunk
     cross join lateral (select id, geom from area where geom && chunk.box offset 0) area
     order by area.id
  )
  insert into place_area (area_id, place_id)
  select met.area_id, held.id
    from met
   cross join lateral (${HELD} where point && met.geom and st_covers(met.geom, point) offset 0) held`

// In the order of the pieces for the same reason; sorted by where they stand, because with their shapes the sort would not fit
// into memory.
const COVER_STAGED = `
  with ${CHUNKS}, near_piece as materialized (
    select piece.stand, number
      from chunk
     cross join lateral (select ctid as stand from coverage_piece where geom && chunk.box offset 0) piece
     order by stand
  ), met as (
    select slice_id, geom, ids, points
      from near_piece
      join coverage_piece on coverage_piece.ctid = stand
      join chunk using (number)
  ), inside as (
    select distinct held.id as place_id, met.slice_id
      from met
     cross join lateral (${HELD} where point && met.geom and st_covers(met.geom, point) offset 0) held
  ), ${nearEdges({
    from: 'chunk cross join lateral (select * from coverage_run where reach && chunk.box offset 0) run',
    carried: ', ids, points',
    places: `${HELD} where point && near_run.reach`
  })}
  ${KEEP_COVERAGE}`

const task = (sql: string, table: string, { stagingId, firstId }: StagedRows): BesideTask =>
  async function keep(db) {
    await db.query(sql, [stagingId, firstId])
    await analyzeOutgrown(db, [table])
  }

/** The same facts as `keepPlaces` keeps of household points, before these are rows. */
export const stagedFacts: Beside = {
  collections: ['premises'],
  tasks: (staged) => [task(COVER_STAGED, 'place_coverage', staged), task(HOLD_STAGED, 'place_area', staged)]
}

import { analyzeDrawnSql, drawSql } from '../collections/tiles/drawing-sql.ts'
import type { Derivation } from '../collections/derivation.ts'
import { relics } from './collection.ts'

// $1 the moment of a change: the sites of which it opened or closed a row.
const TOUCHED = `
  touched as materialized (
    select distinct j.site_id
      from relic r
      join relic_site_row j on j.origin_id = r.origin_id
     where $1::timestamptz in (r.known_from, r.known_to)
  )`

// What was edited of a relic is of its site, whatever its name is now.
const FOLLOW_EDITS = `
  insert into relic_site_row (origin_id, site_id)
  select r.id, j.site_id
    from place_edit e
    join relic r on r.import_id = e.import_id and r.origin is null
    join relic_site_row j on j.origin_id = e.thing
  on conflict do nothing`

// What came in a bag is of the site that the bag names.
const FOLLOW_BAGS = `
  insert into relic_site_row (origin_id, site_id)
  select r.id, b.site_id
    from relic_bag_row b
    join relic r on r.import_id = b.import_id and r.row_number = b.row_number and r.origin is null
  on conflict do nothing`

const ERASE = `
  with ${TOUCHED}
  delete from drawing_relic d
   using relic r, relic_site_row j
   where r.id = d.feature_id and j.origin_id = r.origin_id and j.site_id in (select site_id from touched)`

// As the public has it, all rows of a site: one row's word hides the others too.
const DRAW = drawSql(
  relics,
  `${TOUCHED},
   source as (
     select v.id as feature_id, '-infinity'::date as valid_from, 'infinity'::date as valid_to, v.geom
       from open.relics v
       join relic r on r.id = v.id
       join relic_site_row j on j.origin_id = r.origin_id
      where j.site_id in (select site_id from touched)
   )`
)

/**
 * The permanent address of every relic. It follows the thing, not the row: told by its ref, else by its name, within its
 * commune; a new name gives a new address to which the old one leads. What is taken back keeps its address for its return.
 * Whether its place is hidden belongs to the thing as well, and what tiles draw follows from it.
 */
export const relicSites: Derivation = {
  id: 'relic_sites',
  follows: ['relics'],
  async refresh(db, { at }) {
    await db.query(FOLLOW_EDITS)
    await db.query(FOLLOW_BAGS)
    await db.query('select refresh_relic_sites()')
    await db.query('select refresh_relic_protection()')
    await db.query(ERASE, [at])
    await db.query(DRAW, [at])
    await db.query(analyzeDrawnSql(relics))
  }
}

import type { Row } from './commune-data.ts'
import { ewkt, pointText, valid } from './world-text.ts'
import type { Queryable } from '../../server/db/pool.ts'
import { toLngLat, type Corner } from './reference-geometry.ts'
import { momentOfUndo, type World } from './world.ts'

const lineText = (path: readonly Corner[]) =>
  `SRID=4326;MULTILINESTRING((${path.map((corner) => toLngLat(corner).join(' ')).join(',')}))`

/** The rows of a world's services, lines and places; undefined for another collection. */
export function placedRows(world: World, collection: string, batch: number): Row[] | undefined {
  const own = <Item extends { batch: number }>(items: readonly Item[]) =>
    items.filter((item) => item.batch === batch)
  if (collection === 'fixed_services')
    return own(world.services).map((one) => ({
      provider: one.provider,
      down_mbps: one.mbps,
      geom: ewkt(one.shape),
      ...valid(one)
    }))
  if (collection === 'fibre_lines')
    return own(world.lines).map((one) => ({
      operator: one.operator,
      geom: lineText(one.path),
      ...valid(one)
    }))
  if (collection === 'cultural_houses')
    return own(world.houses).map((one) => ({
      ref: one.ref,
      name: one.name,
      wifi: one.wifi,
      wifi_checked_on: one.checkedOn,
      geom: pointText(one.place),
      ...valid(one)
    }))
  if (collection === 'institutions')
    return own(world.institutions).map((one) => ({
      name: 'Trường',
      kind: 'school',
      line_mbps: one.mbps,
      geom: pointText(one.place),
      ...valid(one)
    }))
  if (collection === 'cameras')
    return own(world.cameras).map((one) => ({
      place: 'Ngã tư',
      owner: 'Xã',
      purpose: 'An ninh',
      state: one.state,
      geom: pointText(one.place),
      ...valid(one)
    }))
  return undefined
}

// Both ends of a day in Việt Nam, and the order in which they were made.
const HOURS = ['00:00:01', '12:00:00', '23:59:59']

/** Puts what was found at the houses of all worlds beside them, each recorded at its moment. */
export async function loadChecks(db: Queryable, worlds: readonly World[]) {
  const checks = worlds.flatMap(({ houses }) =>
    houses.flatMap(({ ref, checks: own }) =>
      own.map(({ day, reachable, after }, index) => ({
        ref,
        at: `${day}T${HOURS[index]}+07:00`,
        reachable,
        recorded_at: momentOfUndo(after)
      }))
    )
  )
  await db.query(
    `insert into wifi_check (site_id, wish, at, recorded_at, reachable, down_missing, up_missing)
     select s.id, gen_random_uuid(), c.at, c.recorded_at, c.reachable, 'not_measured', 'not_measured'
       from jsonb_to_recordset($1::jsonb) c (ref text, at timestamptz, reachable boolean, recorded_at timestamptz)
       join house_site s using (ref)`,
    [JSON.stringify(checks)]
  )
}

import type { Row } from './commune-data.ts'
import { ewkt, pointText, valid } from './world-text.ts'
import { toLngLat, type Corner } from './reference-geometry.ts'
import type { World } from './world.ts'

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

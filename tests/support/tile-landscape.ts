import { box, multipolygon, point, type CommuneData } from './commune-data.ts'

/** A tile in Hà Tĩnh at z14: x 13009, y 7340; its west and north edge in degrees. */
export const TILE = { z: 14, x: 13009, y: 7340 }
const SIDE = 360 / 2 ** TILE.z
export const WEST = TILE.x * SIDE - 180
const mercatorLat = (y: number, z: number) =>
  (Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / 2 ** z))) * 180) / Math.PI
export const NORTH = mercatorLat(TILE.y, TILE.z)
export const SOUTH = mercatorLat(TILE.y + 1, TILE.z)
const HEIGHT = NORTH - SOUTH

/** A place inside the tile: shares of its width from the west and of its height from the south. */
export const at = (across: number, up: number): [number, number] => [
  Math.round((WEST + SIDE * across) * 1e7) / 1e7,
  Math.round((SOUTH + HEIGHT * up) * 1e7) / 1e7
]

const rectangle = (west: number, south: number, east: number, north: number) =>
  box(...at(west, south), ...at(east, north))

/** A ring of many corners around a place, always the same. */
export function lobed(across: number, up: number, radius: number, corners: number): [number, number][] {
  return Array.from({ length: corners }, (_, index) => {
    const angle = (2 * Math.PI * index) / corners
    const reach = radius * (1 + 0.2 * Math.sin(7 * angle))
    return at(across + reach * Math.cos(angle), up + reach * Math.sin(angle))
  })
}

const line = (...places: [number, number][]) =>
  `SRID=4326;MULTILINESTRING((${places.map(([lng, lat]) => `${lng} ${lat}`).join(',')}))`

/** Everything that a tile can hold: holes, many corners, lines over the edge, points, cut coverage, tiny polygons. */
export async function landscape(data: CommuneData) {
  await data.publish('communes', [
    { code: '99001', name: 'Đông', geom: rectangle(-0.5, -0.5, 0.5, 1.5) },
    { code: '99002', name: 'Tây', geom: rectangle(0.5, -0.5, 1.5, 1.5) }
  ])
  const ring = lobed(0.3, 0.3, 0.25, 1500)
  const hole = lobed(0.3, 0.3, 0.08, 40).reverse()
  await data.publish('villages', [
    {
      code: '99001-1',
      name: 'Đồng Tâm',
      kind: 'thôn',
      commune_code: '99001',
      geom: multipolygon([[ring, hole]])
    },
    {
      code: '99002-1',
      name: 'Hòa Bình',
      kind: 'xóm',
      commune_code: '99002',
      geom: rectangle(0.6, 0.2, 0.9, 0.5)
    }
  ])
  await data.publish('roads', [
    { name: 'Đường 1', class: 'primary', geom: line(at(-0.4, 0.5), at(0.5, 0.55), at(1.4, 0.5)) },
    { name: null, class: 'residential', geom: line(at(0.1, 0.1), at(0.2, 0.1)) }
  ])
  await data.publish('buildings', [
    { name: null, class: 'house', geom: rectangle(0.5, 0.5, 0.505, 0.505) },
    { name: 'Trường', class: 'school', geom: rectangle(0.6, 0.6, 0.63, 0.64) }
  ])
  await data.publish('cell_sites', [
    { operator: 'Viettel', technologies: ['4G', '5G'], name: 'HTH1', geom: point(...at(0.25, 0.75)) }
  ])
  await data.publish('cultural_houses', [
    { name: 'Nhà văn hóa', wifi: 'yes', wifi_checked_on: '2026-02-03', geom: point(...at(0.7, 0.3)) }
  ])
  await data.deliver({
    operator: 'Viettel',
    speaksFor: ['99001', '99002'],
    claims: [{ geom: rectangle(0.1, 0.1, 0.7, 0.6) }, { geom: rectangle(0.4, 0.3, 0.9, 0.9) }]
  })
  await data.deliver({
    operator: 'Viettel',
    speaksFor: ['99002'],
    validFrom: '2026-06-01',
    claims: [{ geom: rectangle(0.8, 0.8, 0.95, 0.95) }]
  })
}

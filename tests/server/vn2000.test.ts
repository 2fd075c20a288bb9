import proj4 from 'proj4'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts'

// EPSG:6960, VN-2000 to WGS 84 (4); its rotations are of the position vector kind, as PROJ's +towgs84 wants them.
const SHIFT = '-191.90441429,-39.30318279,-111.45032835,0.00928836,-0.01975479,0.00427372,0.252906278'
const TM3: [number, number][] = [
  [9205, 103],
  [9206, 104],
  [9207, 104.5],
  [9208, 104.75],
  [9209, 105.5],
  [9210, 105.75],
  [9211, 106],
  [9212, 106.25],
  [9213, 106.5],
  [9214, 107],
  [9215, 107.25],
  [9216, 107.5],
  [9217, 108.25],
  [9218, 108.5],
  [5896, 102],
  [5897, 105],
  [5898, 108],
  [5899, 107.75]
]
const UTM: [number, number][] = [
  [3405, 105],
  [3406, 111]
]
const definition = (meridian: number, scale: number) =>
  `+proj=tmerc +lat_0=0 +lon_0=${meridian} +k=${scale} +x_0=500000 +y_0=0 +ellps=WGS84 +towgs84=${SHIFT} +units=m +no_defs`
const ZONES = [
  ...TM3.map(([srid, meridian]) => ({ srid, meridian, scale: 0.9999 })),
  ...UTM.map(([srid, meridian]) => ({ srid, meridian, scale: 0.9996 }))
]

let database: TestDatabase

beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

test.each(ZONES)('EPSG:$srid lies where another program puts it, within two millimetres', async (zone) => {
  const { srid, meridian, scale } = zone
  const place = [meridian + 0.4, 18.35]
  const [x, y] = proj4('EPSG:4326', definition(meridian, scale), place)
  const { rows } = await database.db.query<{ metres: number; back: number }>(
    `select st_distance(there, st_setsrid(st_makepoint($3, $4), $5::int)) as metres,
            st_distance(st_transform(there, 4326)::geography, here::geography) as back
       from (select here, st_transform(here, $5::int) as there
               from (select st_setsrid(st_makepoint($1, $2), 4326) as here) wgs84) both_ways`,
    [...place, x, y, srid]
  )
  expect(rows[0]!.metres).toBeLessThan(0.002)
  expect(rows[0]!.back).toBeLessThan(0.002)
})

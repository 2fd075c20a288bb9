import { expect, test } from 'vitest'
import type { StaffCamera } from '../../../server/places/camera-contract.ts'
import { coneOf } from './cone.ts'

const camera: StaffCamera = {
  id: 1,
  place: 'Cổng chợ',
  owner: 'UBND xã',
  state: 'working',
  azimuthDeg: 90,
  viewDeg: 60,
  rangeM: 100,
  model: null,
  lastCheckedOn: null,
  lng: 105,
  lat: 18
}
/** Degrees of latitude of 100 m. */
const RANGE = 100 / 111_195

test('the cone opens clockwise from north: at 90° to the east, half its width to either side', () => {
  const ring = coneOf(camera) ?? []
  const [lngs, lats] = [ring.map(([lng = 0]) => lng - 105), ring.map(([, lat = 0]) => lat - 18)]
  const wide = Math.cos((18 * Math.PI) / 180)
  expect(Math.max(...lngs) * wide).toBeCloseTo(RANGE, 6)
  expect(Math.min(...lngs)).toBeCloseTo(0, 6)
  expect(Math.max(...lats)).toBeCloseTo(RANGE / 2, 6)
  expect(Math.min(...lats)).toBeCloseTo(-RANGE / 2, 6)
})

test('across north nothing is lost', () => {
  const lats = (coneOf({ ...camera, azimuthDeg: 350 }) ?? []).map(([, lat = 0]) => lat - 18)
  expect(Math.max(...lats)).toBeCloseTo(RANGE, 6)
  expect(Math.min(...lats)).toBeCloseTo(0, 6)
})

test('what sees all around needs no direction, and what is not known is not drawn', () => {
  expect(coneOf({ ...camera, viewDeg: 360, azimuthDeg: null })).not.toBeNull()
  expect(coneOf({ ...camera, azimuthDeg: null })).toBeNull()
  expect(coneOf({ ...camera, rangeM: null })).toBeNull()
})

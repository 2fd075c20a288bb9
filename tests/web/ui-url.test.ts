import { expect, test } from 'vitest'
import { formatUrl, parseUrl, type UrlValues } from '../../web/url/parameters.ts'

const FULL: UrlValues = {
  commune: '99999',
  indicator: 'mobile_5g_population',
  village: '99999-03',
  gap: '99999-03:5G:1',
  tab: 'table',
  sort: { by: 'mobile_5g_population', ascending: false },
  asOf: '2026-06-30',
  compare: '2026-03-31',
  knownAt: '2026-11-22T02:00:00.123Z',
  layers: 'coverage_claims.5G,cameras',
  camera: { zoom: 12.5, lat: 18.34, lng: 105.9 },
  lang: 'en',
  theme: 'dark'
}

test('what is written is read back equal', () => {
  expect(parseUrl(formatUrl(FULL))).toEqual(FULL)
})

test('an empty state writes nothing', () => {
  expect(formatUrl({})).toBe('')
  expect(parseUrl('')).toEqual({})
})

test.each([
  'commune=1234',
  "commune=99999'--",
  'indicator=%3Cscript%3E',
  'village=',
  'tab=nowhere',
  'asOf=2026-02-30',
  'asOf=30/06/2026',
  'compare=yesterday',
  'knownAt=2026-11-22',
  'sort=',
  'sort=--name',
  'sort=a b',
  'knownAt=2026-11-22T10:00',
  'knownAt=2026-02-31T10:00:00Z',
  'camera=12/91/105',
  'camera=12/18',
  'camera=//',
  'layers=a b',
  'lang=fr',
  'theme=pink',
  'unknown=1'
])('%s is ignored', (query) => {
  expect(parseUrl(`?${query}`)).toEqual({})
})

test('a bad value does not take the good ones with it', () => {
  expect(parseUrl('?commune=99999&asOf=never&lang=en')).toEqual({ commune: '99999', lang: 'en' })
})

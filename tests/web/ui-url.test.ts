import { expect, test } from 'vitest'
import { formatUrl, isDay, isMoment, parseUrl, type UrlValues } from '../../web/url/parameters.ts'

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
  tour: 'vong-quanh-ho',
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
  'commune=abc',
  'village=a/b',
  'asOf=2026-02-30',
  'compare=yesterday',
  'knownAt=now',
  'gap=%C4%90'
])('%s is kept as it stands: the page says what is wrong with it', (query) => {
  const [name = ''] = query.split('=')
  expect(parseUrl(`?${query}`)).toEqual({ [name]: decodeURIComponent(query.slice(name.length + 1)) })
  expect(decodeURIComponent(formatUrl(parseUrl(`?${query}`)))).toBe(decodeURIComponent(`?${query}`))
})

test('a long text is cut between two letters', () => {
  const { commune } = parseUrl(`?commune=${'😀'.repeat(200)}`)

  expect(commune).toBe('😀'.repeat(100))
  expect(formatUrl({ commune })).toContain('commune=%F0')
})

test.each(['2026-02-30', '30/06/2026', 'yesterday', '2026-6-30', '2026-06-30T00:00:00Z'])(
  '%s is no day',
  (text) => {
    expect(isDay(text)).toBe(false)
  }
)

test.each(['2026-11-22', '2026-11-22T10:00', '2026-02-31T10:00:00Z', '2026-11-22T25:00:00Z'])(
  '%s is no moment',
  (text) => {
    expect(isMoment(text)).toBe(false)
  }
)

test.each([
  'village=',
  'tab=nowhere',
  'sort=',
  'sort=--name',
  'sort=a b',
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
  expect(parseUrl('?commune=99999&theme=pink&lang=en')).toEqual({ commune: '99999', lang: 'en' })
})

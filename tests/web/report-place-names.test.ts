import { afterEach, expect, test, vi } from 'vitest'
import { PlaceNames } from '../../web/reports/desk/place-names.svelte.ts'

afterEach(() => vi.unstubAllGlobals())

type Days = [from: string | null, to: string | null]
const village = (name: string, [valid_from, valid_to]: Days = [null, null]) => ({
  properties: { code: 'v1', name, kind: 'thôn', valid_from, valid_to }
})
const answer = (status: number, features = [village('Đồng Sim')]) =>
  new Response(JSON.stringify({ features }), { status })
// Villages are read by fetch, not by the client.
const placeNames = () => new PlaceNames({} as ConstructorParameters<typeof PlaceNames>[0])

test('names that did not come are asked for again by another list, those that came are not', async () => {
  const fetch = vi
    .fn()
    .mockRejectedValueOnce(new TypeError('no network'))
    .mockResolvedValueOnce(answer(503))
    .mockResolvedValueOnce(answer(200))
  vi.stubGlobal('fetch', fetch)
  const names = placeNames()
  await names.ask('20305')
  await names.ask('20305')
  expect(names.village('v1')).toBe('v1')
  await names.ask('20305')
  expect(names.village('v1')).toBe('Thôn Đồng Sim')
  await names.ask('20305')
  expect(fetch).toHaveBeenCalledTimes(3)
})

test.each([
  ['first', 0],
  ['second', 1],
  ['last', 2]
])('the name that holds today is shown where it comes %s among those of one code', async (_place, index) => {
  const features = [village('Sim Cũ', [null, '2020-01-01']), village('Sim Mới', ['2999-01-01', null])]
  features.splice(index, 0, village('Đồng Sim', ['2020-01-01', '2999-01-01']))
  vi.stubGlobal('fetch', vi.fn().mockResolvedValue(answer(200, features)))
  const names = placeNames()
  await names.ask('20305')
  expect(names.village('v1')).toBe('Thôn Đồng Sim')
})

test('a village that ended keeps its name', async () => {
  const ended = [village('Sim Cũ', [null, '2020-01-01'])]
  vi.stubGlobal('fetch', vi.fn().mockResolvedValue(answer(200, ended)))
  const names = placeNames()
  await names.ask('20305')
  expect(names.village('v1')).toBe('Thôn Sim Cũ')
})

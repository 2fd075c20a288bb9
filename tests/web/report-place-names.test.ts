import { afterEach, expect, test, vi } from 'vitest'
import { PlaceNames } from '../../web/reports/desk/place-names.svelte.ts'

afterEach(() => vi.unstubAllGlobals())

const village = { properties: { code: 'v1', name: 'Đồng Sim', kind: 'thôn' } }
const answer = (status: number) => new Response(JSON.stringify({ features: [village] }), { status })

test('names that did not come are asked for again by another list, those that came are not', async () => {
  const fetch = vi
    .fn()
    .mockRejectedValueOnce(new TypeError('no network'))
    .mockResolvedValueOnce(answer(503))
    .mockResolvedValueOnce(answer(200))
  vi.stubGlobal('fetch', fetch)
  // Villages are read by fetch, not by the client.
  const names = new PlaceNames({} as ConstructorParameters<typeof PlaceNames>[0])
  await names.ask('20305')
  await names.ask('20305')
  expect(names.village('v1')).toBe('v1')
  await names.ask('20305')
  expect(names.village('v1')).toBe('Thôn Đồng Sim')
  await names.ask('20305')
  expect(fetch).toHaveBeenCalledTimes(3)
})

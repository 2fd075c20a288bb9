import { afterEach, expect, test, vi } from 'vitest'
import { fetchAreas } from './area-items.ts'

afterEach(() => vi.unstubAllGlobals())

const area = (code: string, valid_from: string | null, valid_to: string | null) => ({
  type: 'Feature',
  geometry: null,
  properties: { code, valid_from, valid_to }
})

/** What is drawn of a village that was changed on 1 March 2020 and, ahead, on 1 March 2999; and the address asked. */
async function drawn(asOf: string | null) {
  const features = [
    area('before', null, '2020-03-01'),
    area('now', '2020-03-01', '2999-03-01'),
    area('ahead', '2999-03-01', null)
  ]
  const asked: string[] = []
  vi.stubGlobal('fetch', async (address: string) => {
    asked.push(address)
    return Response.json({ features })
  })
  const found = await fetchAreas<{ code: string }>('villages', { asOf }, new AbortController().signal)
  return { codes: found.map(({ properties }) => properties.code), asked }
}

test('of today there is what holds today, asked for by an address that stays the same from day to day', async () => {
  expect(await drawn(null)).toEqual({ codes: ['now'], asked: ['/ogc/collections/villages/items?'] })
})

test('of another day there is what the server says of it', async () => {
  const { asked } = await drawn('2020-01-01')
  expect(asked).toEqual(['/ogc/collections/villages/items?datetime=2020-01-01'])
})

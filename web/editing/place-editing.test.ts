import { expect, test } from 'vitest'
import type { Place } from '../../server/editing/contract.ts'
import type { PlaceForm } from '../../server/editing/form-contract.ts'
import type { I18n } from '../i18n/i18n.svelte.ts'
import type { DraftStore } from './kept-draft.ts'
import { PlaceEditing } from './place-editing.svelte.ts'
import type { Places } from './places.svelte.ts'

const place = (validFrom: string | null, validTo: string | null, ended: boolean): Place => ({
  ...{ id: 1, collection: 'relics', communeCode: '00631', label: 'Miếu', etag: '"1"', values: {} },
  ...{ geometry: { type: 'Point', coordinates: [105, 18] }, areaM2: null, lengthM: null },
  ...{ validFrom, validTo, ended }
})

/** The end that is sent with a change from a day on, and whether the form says that the place is in force again. */
async function sent(one: Place, validFrom: string | null) {
  const ends: unknown[] = []
  // The few things that saving a place uses.
  const places = {
    change: (now: Place, _etag: string, { validTo }: { validTo: string | null }) => (ends.push(validTo), now)
  } as unknown as Places
  const store = { read: () => undefined, keep: () => true, forget: () => undefined } as unknown as DraftStore
  const form = { collection: 'relics', fields: [] } as unknown as PlaceForm
  const editing = new PlaceEditing({ locale: 'vi' } as I18n, places, form, one, store)
  await editing.save({ validFrom, reason: 'Ghi nhầm', overlaps: false, commune: undefined })
  return [...ends, editing.reopens(validFrom)]
}

test('a mistake that is mended of days before a place ended leaves its end; the same said from its end on opens it, and is told', async () => {
  const ended = place('2020-01-01', '2026-02-01', true)
  expect(await sent(ended, null)).toEqual(['2026-02-01', false])
  expect(await sent(ended, '2026-01-31')).toEqual(['2026-02-01', false])
  expect(await sent(ended, '2026-02-01')).toEqual([null, true])
})

test('one that never was in force is in force again, one that has not ended keeps its days', async () => {
  expect(await sent(place('2026-01-01', '2026-01-01', true), null)).toEqual([null, true])
  expect(await sent(place(null, null, false), null)).toEqual([null, false])
  expect(await sent(place(null, '2099-01-01', false), '2026-01-01')).toEqual(['2099-01-01', false])
})

import { expect, test } from 'vitest'
import type { PlaceField } from '../../server/editing/form-contract.ts'
import { I18n } from '../i18n/i18n.svelte.ts'
import { fieldProblem } from './field-problems.ts'

const FIELD: PlaceField = {
  name: 'azimuth_deg',
  title: { vi: 'Góc', en: 'Angle' },
  type: 'number',
  required: false,
  long: false,
  fixed: false,
  values: null,
  suggested: [],
  statedWhere: null,
  min: 0.5,
  max: 359.999999,
  past: false
}
const CHECKED: PlaceField = { ...FIELD, name: 'checked_on', type: 'date', past: true }
const vi = new I18n('vi')

test('a number out of bounds is told with the bound as the language writes it', () => {
  expect(fieldProblem(vi, FIELD, '360')).toBe('Không được quá 359,999999.')
  expect(fieldProblem(new I18n('en'), FIELD, '0.25')).toBe('It must be at least 0.5.')
  expect([fieldProblem(vi, FIELD, '359,5'), fieldProblem(vi, FIELD, ' ')]).toEqual([undefined, undefined])
})

test('a day that has not come is told of what must have happened', () => {
  expect(fieldProblem(vi, CHECKED, '01/01/2999')).toMatch(/^Không được sau hôm nay \(\d\d\/\d\d\/\d{4}\)\.$/)
  expect(fieldProblem(vi, CHECKED, '01/01/2026')).toBeUndefined()
  expect(fieldProblem(vi, { ...CHECKED, past: false }, '01/01/2999')).toBeUndefined()
})

import { expect, test } from 'vitest'
import type { PlaceField } from '../../server/editing/form-contract.ts'
import { changedFields, draftOf, isAskedFor, pointOf, readValue, valuesOf, writtenValue } from './draft.ts'

const field = (name: string, type: PlaceField['type']): PlaceField => ({
  name,
  title: { vi: name, en: name },
  type,
  required: false,
  long: false,
  fixed: false,
  values: null,
  suggested: [],
  statedWhere: null,
  min: null,
  max: null,
  past: false
})
const FIELDS = [field('name', 'text'), field('since', 'date'), field('names', 'text[]'), field('m', 'number')]

test('values are written as people write them, and read again', () => {
  const values = { name: 'Đình', since: '2026-04-01', names: ['Một', 'Hai'], m: 4.5 }
  expect(FIELDS.map((one) => writtenValue('vi', one, values[one.name as keyof typeof values]))).toEqual([
    'Đình',
    '01/04/2026',
    'Một; Hai',
    '4,5'
  ])
  expect(readValue('vi', field('m', 'number'), ' 4,5 ')).toBe(4.5)
  expect(readValue('vi', field('m', 'number'), '1.000.000')).toBe(1_000_000)
  expect(readValue('vi', field('m', 'number'), 'hai')).toBe('hai')
  expect(readValue('vi', field('b', 'boolean'), 'false')).toBe(false)
  expect(readValue('vi', field('names', 'text[]'), 'Một;Hai')).toEqual(['Một', 'Hai'])
  expect(readValue('vi', field('name', 'text'), ' ')).toBeNull()
})

test('only what was changed is sent', () => {
  const base = draftOf('vi', FIELDS, null)
  const draft = { ...base, name: 'Chùa', m: '3' }
  expect(valuesOf('vi', changedFields(FIELDS, base, draft), draft)).toEqual({ name: 'Chùa', m: 3 })
  expect(pointOf(base)).toBeNull()
  expect(pointOf({ ...base, geometry: '{"type":"Point","coordinates":[105,18]}' })).toEqual({
    lng: 105,
    lat: 18
  })
})

test.each([
  ['Khảo cổ', '', true],
  ['Lịch sử; KHẢO  CỔ', 'Lịch sử', true],
  ['Khảo cổ'.normalize('NFD'), '', true],
  ['khao co', '', true],
  ['Archaeology', '', true],
  ['Khảo cổ', 'Khảo cổ', false],
  ['Lịch sử', '', false]
])('a kind of %s where it was %s asks for protection: %s', (kind, was, asks) => {
  const why = { vi: 'Vì sao', en: 'Why' }
  const says = 'kh[aả]o\\s+c[oổ]|archa?eolog'
  const hidden = { ...field('protected', 'boolean'), statedWhere: { field: 'kind', says, why } }
  expect(isAskedFor(hidden, { kind: was }, { kind })).toBe(asks)
})

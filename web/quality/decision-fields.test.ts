import { expect, test } from 'vitest'
import { fieldsOf } from './decision-fields.ts'

const accepted = { reason: 'Đất rừng phòng hộ', on: '2026-01-01', by: 'Phạm Thị Quy', lapsed: false }
const unit = { id: 7, name: 'Tổ địa chính' }

test('a decision begins with the reason that holds, not with one that has lapsed', () => {
  const found = { version: 1, unit, person: null }

  expect(fieldsOf({ ...found, accepted })).toEqual({ unit: '7', person: '', reason: 'Đất rừng phòng hộ' })
  expect(fieldsOf({ ...found, accepted: { ...accepted, lapsed: true } }).reason).toBe('')
})

import { expect, test } from 'vitest'
import type { StaffReportDetail } from '../../../server/reports/staff-contract.ts'
import { changesOf, clashesOf, settled } from './conflict.ts'
import { detail } from '../../../tests/support/staff-report.ts'

const base = detail({
  category: 'illegal_dump',
  urgent: false,
  publicText: null,
  unit: { id: 1, name: 'Tổ 1' }
})
const changed = (more: Partial<StaffReportDetail>) => ({ ...base, version: base.version + 1, ...more })

test('what only the colleague changed is told, and is no clash', () => {
  const current = changed({ urgent: true, state: 'received' })
  const body = { action: 'edit', category: 'litter' } as const
  expect(changesOf(base, current, body).map(({ field }) => field)).toEqual(['state', 'urgent'])
  expect(clashesOf(base, current, body)).toEqual([])
  expect(settled(body, current, {})).toEqual(body)
})

test('a field that both changed has to be chosen; each choice holds for its field alone', () => {
  const current = changed({ category: 'pothole', publicText: 'Của họ' })
  const body = { action: 'edit', category: 'litter', publicText: 'Của tôi', urgent: true } as const
  expect(clashesOf(base, current, body)).toEqual([
    { field: 'category', mine: 'litter', theirs: 'pothole' },
    { field: 'publicText', mine: 'Của tôi', theirs: 'Của họ' }
  ])
  expect(settled(body, current, { category: 'theirs', publicText: 'mine' })).toEqual({
    action: 'edit',
    publicText: 'Của tôi',
    urgent: true
  })
})

test('both to the same value is no clash', () => {
  const current = changed({ category: 'litter' })
  expect(clashesOf(base, current, { action: 'edit', category: 'litter' })).toEqual([])
})

test('all of theirs leaves nothing to send', () => {
  const current = changed({ category: 'pothole' })
  expect(settled({ action: 'edit', category: 'litter' }, current, { category: 'theirs' })).toBeNull()
  expect(settled({ action: 'boxes', sha256: 'a', boxes: [] }, current, { boxes: 'theirs' })).toBeNull()
})

test('with their unit goes their person', () => {
  const current = changed({ unit: { id: 2, name: 'Tổ 2' }, assignee: { id: 22, name: 'Lan' } })
  const body = { action: 'assign', unitId: 3, accountId: 33 } as const
  expect(clashesOf(base, current, body).map(({ field }) => field)).toEqual(['unit', 'assignee'])
  expect(settled(body, current, { unit: 'theirs', assignee: 'theirs' })).toBeNull()
  expect(settled(body, current, { unit: 'mine', assignee: 'mine' })).toEqual(body)
})

test('approving keeps their public text when it is chosen, and still approves', () => {
  const current = changed({ publicText: 'Của họ' })
  const body = { action: 'approve', publicText: 'Của tôi', pictures: [] } as const
  expect(settled({ ...body, pictures: [] }, current, { publicText: 'theirs' })).toEqual({
    action: 'approve',
    pictures: []
  })
})

test('an empty public text and none are the same', () => {
  expect(clashesOf(base, changed({ urgent: true }), { action: 'edit', publicText: '' })).toEqual([])
})

test('boxes of another picture are no clash', () => {
  const file = {
    role: 'before',
    number: base.number,
    received: true,
    picture: null,
    mayBePublic: true
  } as const
  const before = changed({ media: [{ ...file, sha256: 'a', boxes: [] }] })
  const after = changed({ media: [{ ...file, sha256: 'a', boxes: [[0, 0, 1, 1]] }] })
  expect(clashesOf(before, after, { action: 'boxes', sha256: 'b', boxes: [] })).toEqual([])
  expect(clashesOf(before, after, { action: 'boxes', sha256: 'a', boxes: [] })).toHaveLength(1)
})

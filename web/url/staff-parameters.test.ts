import { expect, test } from 'vitest'
import { staffParameters, type StaffValues } from './staff-parameters.ts'

test('what is written is read again', () => {
  const values: StaffValues = {
    view: 'inbox',
    section: 'calendar',
    report: '0191a2b3-0000-7000-8000-000000000001',
    tour: 'all',
    collection: 'cultural_houses',
    place: 'new',
    ended: 'true',
    kind: 'overlap',
    finding: 'overlap:99999-1|99999-2',
    round: 'all',
    state: 'new,received',
    category: 'illegal_dump',
    unit: 'none',
    mine: 'true',
    overdue: 'true',
    approved: 'false',
    text: 'bãi rác, cạnh cầu & chợ',
    sort: 'due',
    lang: 'en'
  }
  expect(staffParameters.parse(staffParameters.format(values))).toEqual(values)
})

test('what is not understood is left out', () => {
  const search =
    '?view=secret&section=all&report=1&state=NEW&unit=-3&collection=A&place=0&ended=1&tour=0&kind=A&round=0&mine=false&sort=worst&theme=pink&x=1&text='
  expect(staffParameters.parse(search)).toEqual({})
})

test('nothing set is an empty query', () => {
  expect(staffParameters.format({})).toBe('')
})

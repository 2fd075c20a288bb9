import { expect, test } from 'vitest'
import { meet } from './meeting.ts'

const base = { name: 'Rác', hours: '8', urgent: false }

test('what only the other changed is taken over', () => {
  const met = meet(base, { ...base, hours: '6' }, { ...base, name: 'Rác thải' })

  expect(met).toEqual({
    draft: { name: 'Rác thải', hours: '6', urgent: false },
    taken: ['name'],
    clashes: []
  })
})

test('what both changed differently is named, and stays as it was written here', () => {
  const met = meet(base, { ...base, hours: '6' }, { ...base, hours: '4' })

  expect(met.draft.hours).toBe('6')
  expect(met.clashes).toEqual([{ name: 'hours', mine: '6', theirs: '4' }])
})

test('what both changed alike is no clash', () => {
  const met = meet(base, { ...base, urgent: true }, { ...base, urgent: true })

  expect(met).toEqual({ draft: { ...base, urgent: true }, taken: [], clashes: [] })
})

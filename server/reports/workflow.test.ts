import { describe, expect, test } from 'vitest'
import { RIGHTS, type Right, type Role } from '../accounts/contract.ts'
import { ReportState } from './contract.ts'
import {
  ACTIONS,
  possibleActions,
  refusalFor,
  refuseResolving,
  WORKFLOW,
  type ReportAction,
  type ReportFacts
} from './workflow.ts'

const NOW = new Date('2026-06-30T03:00:00Z')
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000)
const facts = (more: Partial<ReportFacts> = {}): ReportFacts => ({
  state: 'new',
  approvedAt: null,
  resultApprovedAt: null,
  reopenedAt: null,
  resolvedAt: null,
  confirmed: false,
  reachable: true,
  ...more
})
const as = (role: Role) => (right: Right) => (RIGHTS[right] as readonly Role[]).includes(role)
const can = (action: ReportAction, more: Partial<ReportFacts>, role: Role = 'leader') =>
  refusalFor(action, facts(more), as(role), NOW)?.status ?? 'yes'

test('roles without reports may do nothing, in no state', () => {
  for (const role of ['planner', 'culture', 'administrator'] as const)
    for (const state of ReportState.options)
      expect(possibleActions(facts({ state }), as(role), NOW)).toEqual([])
})

test('field staff handle, and neither assign, approve, merge nor close', () => {
  const all = new Set(
    ReportState.options.flatMap((state) =>
      possibleActions(facts({ state, confirmed: true }), as('field'), NOW)
    )
  )
  expect([...all].sort()).toEqual(['ask', 'receive', 'resolve', 'resume', 'start'])
})

test('every action is possible in exactly the states of the table', () => {
  for (const action of ACTIONS)
    for (const state of ReportState.options) {
      const able = { state, approvedAt: NOW, resolvedAt: daysAgo(1), confirmed: true }
      expect(can(action, able)).toBe(WORKFLOW[action].from.includes(state) ? 'yes' : 409)
    }
})

describe('reopening', () => {
  const resolved = { state: 'resolved' as const, resolvedAt: daysAgo(30) }
  test('within 30 days', () => expect(can('reopen', resolved)).toBe('yes'))
  test('not later', () => expect(can('reopen', { ...resolved, resolvedAt: daysAgo(31) })).toBe(409))
  test('once', () => expect(can('reopen', { ...resolved, reopenedAt: daysAgo(40) })).toBe(409))
})

describe('closing', () => {
  const resolved = { state: 'resolved' as const, resolvedAt: daysAgo(3) }
  test('not before 30 days', () => expect(can('close', resolved)).toBe(409))
  test('when the reporter confirmed', () =>
    expect(can('close', { ...resolved, confirmed: true })).toBe('yes'))
  test('after 30 days', () => expect(can('close', { ...resolved, resolvedAt: daysAgo(30) })).toBe('yes'))
})

test('nobody can be asked who left neither code nor contact', () => {
  expect(can('ask', { state: 'received', reachable: false })).toBe(409)
})

test('the result is released after the report', () => {
  expect(can('approve_result', { state: 'resolved' })).toBe(409)
  expect(can('approve_result', { state: 'resolved', approvedAt: NOW })).toBe('yes')
})

describe('resolving', () => {
  const tried = (pictures: number, distanceM: number | null, reason: string | null = null) =>
    refuseResolving({ pictures, distanceM, reason })?.status ?? 'yes'
  test('with a picture within 30 m', () => expect(tried(1, 30)).toBe('yes'))
  test('not farther', () => expect(tried(1, 30.1)).toBe(422))
  test('not from nowhere', () => expect(tried(1, null)).toBe(422))
  test('not without a picture', () => expect(tried(0, 5)).toBe(422))
  test('or with a reason', () => expect(tried(0, null, 'Trời tối')).toBe('yes'))
})

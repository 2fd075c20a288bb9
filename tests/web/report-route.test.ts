import { expect, test } from 'vitest'
import { possibleActions, type ReportFacts, WORKFLOW } from '../../server/reports/workflow.ts'
import { routeChanges } from '../../web/reports/desk/route-changes.ts'
import {
  answersTo,
  expectedAfter,
  FIELD_ACTIONS,
  forRoute,
  STATE_AFTER
} from '../../web/reports/desk/route-steps.ts'
import { detail } from '../support/staff-report.ts'

const NOW = new Date('2026-11-20T02:00:00Z')
const facts: ReportFacts = {
  state: 'new',
  approvedAt: null,
  resultApprovedAt: null,
  reopenedAt: null,
  resolvedAt: null,
  confirmed: false,
  reachable: true
}
const RIGHTS = { field: ['report.handle'], officer: ['report.handle', 'report.assign'] }
const BEGINNINGS = [
  ...(['new', 'received', 'assigned', 'in_progress'] as const).map((state) => ({ state, reachable: true })),
  { state: 'waiting_for_reporter' as const, reachable: true },
  { state: 'received' as const, reachable: false }
]

test('an answer leads where the server’s workflow leads', () => {
  for (const action of FIELD_ACTIONS) expect(STATE_AFTER[action]).toBe(WORKFLOW[action].to)
})

test.each(Object.entries(RIGHTS))(
  'what %s may answer next without a network is what the server would offer',
  (_, rights) => {
    for (const begun of BEGINNINGS) {
      const offered = (state: ReportFacts['state']) =>
        possibleActions({ ...facts, ...begun, state }, (right) => rights.includes(right), NOW)
      const report = detail({ state: begun.state, actions: offered(begun.state) })
      for (const action of answersTo(report)) {
        const expected = expectedAfter(report, action)
        expect(answersTo(expected)).toEqual(answersTo(detail({ actions: offered(expected.state) })))
      }
    }
  }
)

test('a report that is kept on the device has nobody’s contact, picture or history', () => {
  const contacts = [{ number: 'PA-2026-000001', name: 'Bà Sáu', phone: '0912345678', email: null }]
  const kept = forRoute(detail({ contacts, reason: 'Chờ kinh phí.' }))
  expect(JSON.stringify(kept)).not.toContain('0912345678')
  expect(Object.keys(kept)).not.toContain('history')
  expect(kept.reason).toBe('Chờ kinh phí.')
})

test('what somebody else changed is told with one’s own value where both set it', () => {
  const seen = detail({ state: 'assigned' })
  const latest = detail({
    state: 'closed_unresolved',
    reason: 'Thiếu xe.',
    unit: { id: 2, name: 'Tổ 2' },
    version: 2
  })
  const changes = routeChanges(seen, latest, { action: 'resolve', text: 'Đã dọn.' })
  expect(changes).toEqual([
    { field: 'state', was: 'assigned', is: 'closed_unresolved', mine: 'resolved' },
    { field: 'unit', was: null, is: 'Tổ 2' },
    { field: 'reason', was: null, is: 'Thiếu xe.' }
  ])
})

test('an approval meanwhile does not stand against an answer', () => {
  const latest = detail({ approvedAt: '2026-11-20T02:00:00Z', version: 2 })
  expect(routeChanges(detail(), latest, { action: 'receive' })).toEqual([])
})

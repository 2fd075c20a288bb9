import { expect, test } from 'vitest'
import { AUDIT_ACTIONS } from '../../server/accounts/audit-contract.ts'
import { ReportActionBody } from '../../server/reports/action-contract.ts'
import { auditActions } from '../../web/accounts/audit-messages.ts'

test('everything that the audit log tells of has words, which tell it from the others', () => {
  expect(Object.keys(auditActions).sort()).toEqual([...AUDIT_ACTIONS].sort())
  for (const locale of ['vi', 'en'] as const) {
    const words = Object.values(auditActions).map((message) => message[locale])
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([])
  }
})

test('whatever is done with a report is among it', () => {
  const done = ReportActionBody.options.map(({ shape }) => `report.${shape.action.value}`)
  expect(AUDIT_ACTIONS).toEqual(expect.arrayContaining(done))
})

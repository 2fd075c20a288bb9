import { expect, test } from 'vitest'
import { ReportCode } from '../../../server/reports/contract.ts'
import { makeReportCode, readReportCode, showReportCode } from './report-code.ts'

test('a code fits the contract, and no two are the same', () => {
  const codes = Array.from({ length: 200 }, makeReportCode)
  expect(codes.filter((code) => !ReportCode.safeParse(code).success)).toEqual([])
  expect(new Set(codes).size).toBe(200)
})

test('it is read back as it is shown, and as people write it', () => {
  expect(showReportCode('7K3M9QXT2B4D')).toBe('7K3M-9QXT-2B4D')
  expect(readReportCode(' 7k3m 9qxt-2b4d ')).toBe('7K3M9QXT2B4D')
  expect(readReportCode('ok3m-9qxt-ib4l')).toBe('0K3M9QXT1B41')
  expect(readReportCode('7K3M')).toBeNull()
})

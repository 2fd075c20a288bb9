import { expect, test } from 'vitest'
import { SESSION_DAYS } from '../../server/accounts/session-queries.ts'
import { DEVICE_DAYS, SESSION_ROWS_DAYS } from '../../server/accounts/tidy-queries.ts'
import { readConfig } from '../../server/config.ts'
import { UPLOAD_DAYS } from '../../server/media/upload-files.ts'
import { CONTACT_MONTHS, RATE_DAYS } from '../../server/reports/sweeps.ts'
import { PRIVACY } from './privacy-texts.ts'

const WEEK_MS = 7 * 24 * 3_600_000

/** What a section says of how long, in one language. */
const kept = (title: string, language: 'vi' | 'en') => {
  const section = PRIVACY.find(({ title: { vi } }) => vi.startsWith(title))
  const mark = { vi: 'Giữ bao lâu: ', en: 'How long: ' }[language]
  return section?.points.map((point) => point[language]).find((text) => text.startsWith(mark)) ?? ''
}

test('every section says how long, in both languages', () => {
  for (const { title } of PRIVACY) {
    expect(kept(title.vi, 'vi'), title.vi).not.toBe('')
    expect(kept(title.vi, 'en'), title.en).not.toBe('')
  }
})

const { backup } = readConfig({})
const weeks = (backup.keep * (backup.everyMs ?? 0)) / WEEK_MS

test.each([
  ['Tên, số điện thoại', `${CONTACT_MONTHS} tháng`, `${CONTACT_MONTHS} months`],
  ['Ảnh', `${UPLOAD_DAYS} ngày`, `${UPLOAD_DAYS} days`],
  ['Địa chỉ mạng', `${RATE_DAYS} ngày`, `${RATE_DAYS} day`],
  ['Cán bộ', `${SESSION_DAYS} ngày`, `${SESSION_DAYS} days`],
  ['Cán bộ', `${SESSION_ROWS_DAYS} ngày`, `${SESSION_ROWS_DAYS} days`],
  ['Cán bộ', `${DEVICE_DAYS} ngày`, `${DEVICE_DAYS} days`],
  ['Bản sao lưu', `${weeks} tuần`, `${weeks} weeks`]
])('%s: as long as the sweeps do: %s', (title, vi, en) => {
  expect(kept(title, 'vi')).toContain(vi)
  expect(kept(title, 'en')).toContain(en)
})

import { expect, test } from 'vitest'
import { msToMidnight } from '../../web/i18n/formats.ts'
import { I18n } from '../../web/i18n/i18n.svelte.ts'

const vi = new I18n('vi')
const en = new I18n('en')

test('numbers are written as each language writes them', () => {
  expect(vi.number(1234.5)).toBe('1.234,5')
  expect(en.number(1234.5)).toBe('1,234.5')
  expect(vi.number(12345.678, 0)).toBe('12.346')
})

test('days and moments are written as each language writes them, on the clock of Việt Nam', () => {
  expect(vi.date('2026-11-22')).toBe('22/11/2026')
  expect(en.date('2026-11-22')).toBe('22 Nov 2026')
  expect(vi.moment('2026-11-21T20:05:00Z')).toBe('03:05 22/11/2026')
})

test('midnight is that of Việt Nam', () => {
  expect(msToMidnight(Date.parse('2026-11-22T16:59:59Z'))).toBe(1000)
  expect(msToMidnight(Date.parse('2026-11-22T17:00:00Z'))).toBe(86_400_000)
})

test('a rounded percentage never crosses 0, 100 or the target', () => {
  expect(vi.percent(82.19445)).toBe('82,2%')
  expect(vi.percent(100)).toBe('100%')
  expect(vi.percent(99.97)).toBe('99,97%')
  expect(vi.percent(0.001)).toBe('0,001%')
  expect(vi.percent(89.996, 90)).toBe('89,996%')
  expect(en.percent(90, 90)).toBe('90%')
})

test('areas and distances take the unit that suits them', () => {
  expect(vi.area(9500)).toBe('9.500\u00a0m²')
  expect(vi.area(125_000)).toBe('12,5\u00a0ha')
  expect(en.area(25_400_000)).toBe('25.4\u00a0km²')
  expect(vi.distance(850)).toBe('850\u00a0m')
  expect(vi.distance(1250)).toBe('1,3\u00a0km')
})

test('a parameter takes its place in the text, and numbers are formatted', () => {
  const message = { vi: 'Còn {people} người ở {place}', en: '{people} people left in {place}' }
  expect(vi.t(message, { people: 1200, place: 'thôn Đông' })).toBe('Còn 1.200 người ở thôn Đông')
  expect(en.t(message, { people: 1200, place: 'Đông' })).toBe('1,200 people left in Đông')
})

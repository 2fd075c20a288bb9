import { expect, test } from 'vitest'
import { I18n } from '../../web/i18n/i18n.svelte.ts'
import { factsOf, titleOf } from '../../web/places/feature-facts.ts'

const i18n = new I18n('vi')
const textOf = (collection: string, properties: Record<string, unknown>) =>
  factsOf(i18n, collection, properties).map(({ name, value }) => `${name}: ${value}`)

test('facts come with their unit, dates as they are written here', () => {
  expect(textOf('institutions', { kind: 'school', line_mbps: 1000, line_checked_on: '2026-08-19' })).toEqual([
    'Loại: Trường học',
    'Đường truyền (Mbit/s): 1.000',
    'Ngày đo: 19/08/2026'
  ])
})

test('what a plan asks about and nobody knows is said to be unknown', () => {
  expect(textOf('cultural_houses', { wifi: 'unknown', wifi_checked_on: null, provider: null })).toEqual([
    'Wifi theo khai báo: Chưa rõ',
    'Kiểm tra Wifi gần nhất: chưa rõ'
  ])
})

test('lists and yes or no are words', () => {
  expect(textOf('cell_sites', { technologies: ['4G', '5G'], hardened: true, height_m: 48 })).toEqual([
    'Công nghệ: 4G, 5G',
    'Chiều cao (m): 48',
    'Kiên cố chống bão: Có'
  ])
})

test('a camera goes by its place', () => {
  expect(titleOf({ place: 'Bến đò', owner: 'Công an xã' })).toBe('Bến đò')
  expect(titleOf({ name: '' })).toBeNull()
})

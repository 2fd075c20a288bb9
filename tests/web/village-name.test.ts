import { expect, test } from 'vitest'
import { I18n } from '../../web/i18n/i18n.svelte.ts'
import { villageName } from '../../web/i18n/village-name.ts'

const village = { kind: 'thôn', name: 'Ái Văn' }

test.each([
  ['vi', true, 'Thôn Ái Văn (ranh giới tạm)'],
  ['en', true, 'Thôn Ái Văn (provisional)'],
  ['vi', false, 'Thôn Ái Văn']
] as const)('in %s, provisional %s: %s', (locale, provisional, name) => {
  expect(villageName(new I18n(locale), { ...village, provisional })).toBe(name)
})

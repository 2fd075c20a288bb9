import { expect, test } from 'vitest'
import { embedCode } from './embed-code.ts'

const WISH = { show: 'relics', commune: '00001', tour: null, lang: 'vi', title: 'Di tích' } as const

test('a tour stands in the address of the frame by its own address', () => {
  const code = embedCode('https://ban-do.example', { ...WISH, tour: 'mot-ngay-o-lang' })
  expect(code).toContain('/embed?commune=00001&amp;layers=relics,')
  expect(code).toContain('&amp;tour=mot-ngay-o-lang"')
})

test('without one the address asks for none', () => {
  expect(embedCode('https://ban-do.example', WISH)).not.toContain('tour=')
})

import { expect, test } from 'vitest'
import { preferredLanguage } from './language.ts'

test.each([
  [undefined, 'vi'],
  ['', 'vi'],
  ['en', 'en'],
  ['en-GB,en;q=0.9', 'en'],
  ['vi-VN,vi;q=0.9,en;q=0.8', 'vi'],
  ['en;q=0.4, vi;q=0.5', 'vi'],
  ['fr-FR', 'vi'],
  ['*', 'vi']
])('of %j is %s', (header, language) => {
  expect(preferredLanguage(header)).toBe(language)
})

import { expect, test } from 'vitest'
import { preferredMediaType } from './negotiation.ts'

const OFFERED = ['application/geo+json', 'application/json', 'text/html'] as const

test.each([
  [undefined, 'application/geo+json'],
  ['', 'application/geo+json'],
  ['*/*', 'application/geo+json'],
  ['application/json', 'application/json'],
  ['application/json, */*;q=0.1', 'application/json'],
  ['text/*', 'text/html'],
  ['TEXT/HTML', 'text/html'],
  ['application/geo+json;q=0.2, text/html;q=0.3', 'text/html'],
  ['*/*, application/geo+json;q=0, application/json;q=0', 'text/html'],
  ['text/html;q=0.5, text/*;q=0.9, application/json;q=0.6', 'application/json'],
  ['text/html;level=1, application/json;q=0.5', 'application/json'],
  ['image/png', undefined],
  ['*/*;q=0', undefined],
  ['text/html;q=nonsense', undefined]
])('Accept %j likes %s', (accept, type) => expect(preferredMediaType(accept, OFFERED)).toBe(type))

import { expect, test } from 'vitest'
import { missingOn } from './requirements.ts'

const server = {
  version: '15.14',
  versionNumber: 150_014,
  extensions: { postgis: '3.3.2', unaccent: '1.1', pg_trgm: '1.6' }
}

test('PostgreSQL 15 with PostGIS 3.3 will do', () => {
  expect(missingOn(server)).toBeUndefined()
  expect(missingOn({ ...server, extensions: { ...server.extensions, postgis: '4.0.0' } })).toBeUndefined()
})

test.each([
  [{ version: '14.9', versionNumber: 140_009 }, 'Cần PostgreSQL từ 15 trở lên, máy chủ này là 14.9.'],
  [{ extensions: { unaccent: '1.1', pg_trgm: '1.6' } }, 'chưa có phần mở rộng postgis.'],
  [{ extensions: {} }, 'postgis, unaccent, pg_trgm'],
  [{ extensions: { ...server.extensions, postgis: '3.2.7' } }, 'Cần PostGIS từ 3.3 trở lên'],
  [{ extensions: { ...server.extensions, postgis: '2.5.0' } }, 'máy chủ này có 2.5.0']
])('%j is refused with what is missing', (change, sentence) => {
  const missing = missingOn({ ...server, ...change })
  expect(missing?.vi).toContain(sentence)
  expect(missing?.en).toMatch(/PostgreSQL|PostGIS/)
})

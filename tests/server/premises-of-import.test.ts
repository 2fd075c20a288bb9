import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts'

let database: TestDatabase
beforeAll(async () => (database = await openTestDatabase()))
afterAll(() => database.close())

const insert = `
  insert into premises (import_id, row_number, known_from, geom)
  select $1, number, now(), st_setsrid(st_makepoint(105.9, 18.3), 4326) from generate_series(1, 3) number`

test('premises of no import are refused, as a foreign key would', async () => {
  await expect(database.db.query(insert, [999_999])).rejects.toMatchObject({ code: '23503' })
  const { rows } = await database.db.query<{ count: number }>('select count(*) from premises')
  expect(rows[0]?.count).toBe(0)
})

test('premises of an import are taken', async () => {
  const { rows } = await database.db.query<{ id: number }>(`
    insert into import (collection, title, file_name, sha256, size_bytes, rows_in, imported_by, published_at)
    values ('premises', 'test', 'test', 'test', 1, 3, 'test', now()) returning id`)
  const { rowCount } = await database.db.query(insert, [rows[0]?.id])
  expect(rowCount).toBe(3)
})

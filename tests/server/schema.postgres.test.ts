import { readFileSync } from 'node:fs'
import { expect, inject, test } from 'vitest'
import { databaseUrl } from '../support/database-url.ts'
import { dumpSchema, schemaFile } from '../support/schema-dump.ts'

test('tests/schema.sql is what the migrations make; «npm run schema» writes it', async () => {
  const schema = await dumpSchema(databaseUrl(inject('adminUrl'), inject('template')))

  expect(schema).toBe(readFileSync(schemaFile, 'utf8'))
})

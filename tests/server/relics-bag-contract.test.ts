import { afterAll, beforeAll, expect, test } from 'vitest'
import { MovedFile } from '../../server/media/moving/contract.ts'
import { BagMedium, BagMemory, BagRelic, BagTour } from '../../server/relics/bag/contract.ts'
import { factsOf } from '../../server/relics/bag/row-sql.ts'
import { relics } from '../../server/relics/collection.ts'
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts'

// What is kept of relics is in the bag, or stands here with why it is not: a new column cannot be forgotten.

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

/** Columns that travel, by the name under which the bag has them. */
const TRAVELS: Record<string, Record<string, string>> = {
  relic: {
    ...Object.fromEntries(factsOf(relics).map((name) => [name, name])),
    ...{ commune_code: 'commune_code', geom: 'geometry', valid_from: 'valid_from', valid_to: 'valid_to' }
  },
  relic_site: { commune_code: 'communeCode', ref: 'ref', name: 'name', protected: 'protected' },
  relic_slug: { slug: 'slug', base: 'base', position: 'earlier' },
  relic_media: {
    ...{ kind: 'kind', position: 'position', author: 'author', licence: 'licence', taken_on: 'takenOn' },
    ...{ alt_vi: 'altVi', alt_en: 'altEn', caption_vi: 'captionVi', caption_en: 'captionEn' },
    ...{ transcript_vi: 'transcriptVi', transcript_en: 'transcriptEn', width: 'width', height: 'height' },
    ...{ sha256: 'original', public_sha256: 'shown', thumb_sha256: 'thumbnail' },
    ...{ poster_sha256: 'poster', poster_of: 'posterOf', valid_from: 'validFrom', valid_to: 'validTo' }
  },
  relic_memory: {
    ...{ id: 'id', site_id: 'memories', text: 'text', contributor: 'contributor', licence: 'licence' },
    ...{ consented_on: 'consentedOn', state: 'state', added_at: 'addedAt', changed_at: 'changedAt' }
  },
  relic_tour: {
    ...{
      slug: 'slug',
      commune_code: 'communeCode',
      line: 'line',
      published: 'published',
      changed_at: 'changedAt'
    },
    ...{ title_vi: 'titleVi', title_en: 'titleEn', lead_vi: 'leadVi', lead_en: 'leadEn' }
  },
  relic_tour_stop: { position: 'stops', site_id: 'stops' },
  media: {
    ...{ sha256: 'sha256', stored_sha256: 'stored', kind: 'kind', mime: 'mime', size_bytes: 'sizeBytes' },
    ...{
      width: 'width',
      height: 'height',
      duration_s: 'durationS',
      made_of: 'madeOf',
      variant: 'variant',
      open: 'open'
    }
  }
}

/** Columns that every installation has of its own: numbers, versions, when and from what it knows. */
const STAYS: Record<string, readonly string[]> = {
  relic: ['id', 'origin', 'origin_id', 'import_id', 'row_number', 'known_from', 'known_to'],
  relic_site: ['id'],
  relic_slug: ['site_id'],
  relic_media: ['id', 'medium_id', 'site_id', 'known_from', 'known_to'],
  relic_memory: ['version'],
  // Which account did what with one, and what it said before: its contributor may have that deleted where it is kept.
  relic_memory_event: ['id', 'memory_id', 'at', 'account_id', 'action', 'reason', 'was'],
  relic_tour: ['id', 'version'],
  relic_tour_stop: ['tour_id'],
  // When the bytes came and when they were last looked at here.
  media: ['created_at', 'checked_at', 'damaged_at'],
  // Which row is of which relic, by numbers of this installation; relics.geojson says so by addresses.
  relic_site_row: ['origin_id', 'site_id'],
  relic_bag_row: ['import_id', 'row_number', 'site_id']
}

/** The names that the bag's contract has for what a table holds; undefined: any. */
const NAMES: Record<string, readonly string[] | undefined> = {
  relic: undefined,
  relic_site: Object.keys(BagRelic.shape),
  relic_slug: Object.keys(BagRelic.shape),
  relic_media: Object.keys(BagMedium.shape),
  relic_memory: [...Object.keys(BagMemory.shape), 'memories'],
  relic_tour: Object.keys(BagTour.shape),
  relic_tour_stop: Object.keys(BagTour.shape),
  media: Object.keys(MovedFile.shape)
}

test('every column that is kept of relics and their files travels, or is known to stay', async () => {
  const { rows } = await database.db.query<{ table: string; columns: string[] }>(
    `select c.table_name as table, array_agg(c.column_name::text order by c.column_name::text) as columns
       from information_schema.columns c
       join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
        and (c.table_name = 'media' or c.table_name ~ '^relic(_|$)')
      group by c.table_name`
  )
  const told = [...new Set([...Object.keys(TRAVELS), ...Object.keys(STAYS)])].map((table) => [
    table,
    [...Object.keys(TRAVELS[table] ?? {}), ...(STAYS[table] ?? [])].sort()
  ])
  expect(Object.fromEntries(rows.map(({ table, columns }) => [table, columns.sort()]))).toEqual(
    Object.fromEntries(told)
  )
})

test('what travels has the name by which the contract knows it', () => {
  const unnamed = Object.entries(TRAVELS).flatMap(([table, columns]) =>
    Object.values(columns).filter((name) => NAMES[table]?.includes(name) === false)
  )
  expect(unnamed).toEqual([])
})

test('a name or number travels however long a file has it', () => {
  const long = 'Đình '.repeat(5000)
  for (const field of [BagRelic.shape.name, BagRelic.shape.ref])
    expect(field.safeParse(long).success).toBe(true)
})

import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Pool } from 'pg'
import sharp from 'sharp'
import { inject } from 'vitest'
import { openAudit } from '../../server/accounts/audit.ts'
import { findTables } from '../../server/backup/catalog-queries.ts'
import type { BackupRequest } from '../../server/backup/make-backup.ts'
import { beginReading, readRows } from '../../server/backup/read-rows.ts'
import { restoreBackup } from '../../server/backup/restore-backup.ts'
import { engineDir } from '../../server/db/data-dir.ts'
import { openAsIs } from '../../server/db/open.ts'
import { inTransaction } from '../../server/db/transaction.ts'
import type { S3Config } from '../../server/media/config.ts'
import { openFiles, openMedia } from '../../server/media/open.ts'
import { createUnit } from './accounts.ts'
import { quietLog } from './quiet-log.ts'
import { createPostgresDatabase } from './test-database.ts'

/** How a program is told where its database and files are. */
export interface Place {
  dataDir: string
  databaseUrl: string | undefined
  databaseReadUrl: undefined
}

/** The rows of every table as lines that are the same on every engine, in one order. */
export async function rowsOf(db: Pool): Promise<Record<string, string[]>> {
  const client = await db.connect()
  try {
    await beginReading(client)
    const all: Record<string, string[]> = {}
    for (const table of await findTables(client)) {
      const lines: string[] = []
      for await (const some of readRows(client, table)) lines.push(...some)
      all[table.sql] = lines.sort()
    }
    await client.query('rollback')
    return all
  } finally {
    client.release()
  }
}

/** An empty place on an engine (default: of the project), with a folder of its own; `remove` takes it away. */
export async function emptyPlace(
  engine = inject('engine')
): Promise<Place & { remove: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'diaban-restore-'))
  const postgres = engine === 'postgres' ? await createPostgresDatabase('template0') : undefined
  return {
    dataDir: join(folder, 'data'),
    databaseUrl: postgres?.url,
    databaseReadUrl: undefined,
    async remove() {
      await postgres?.drop()
      rmSync(folder, { recursive: true, force: true })
    }
  }
}

const never = new AbortController().signal

/** What a backup of a place is made from, into a folder. */
export const requestOf = (
  place: Place,
  folder: string,
  more: Partial<BackupRequest> = {}
): BackupRequest => ({
  config: place,
  folder,
  name: 'a.tar.gz',
  key: null,
  files: openFiles(place),
  log: quietLog,
  signal: never,
  ...more
})

/** What most of a fresh engine's start takes is copied, as it is where PostgreSQL's extensions were there before us. */
function furnish(folder: string) {
  const bare = inject('bareEngine')
  if (bare) cpSync(bare, engineDir(folder), { recursive: true })
}

/** Restores a file into a place. That an engine makes all of its files itself, the command's own test shows. */
export const restoreInto = (
  place: Place,
  file: string,
  more: Partial<Parameters<typeof restoreBackup>[0]> = {}
) =>
  restoreBackup({
    file,
    key: null,
    config: place,
    files: openFiles(place),
    furnish,
    log: quietLog,
    signal: never,
    ...more
  })

/** Looks into a restored place. */
export async function lookInto<T>(place: Place, look: (db: Pool) => Promise<T>): Promise<T> {
  const { database } = await openAsIs(place, quietLog)
  try {
    return await look(database.db)
  } finally {
    await database.close()
  }
}

const picture = (seed: number) =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: { r: seed % 256, g: seed >> 8, b: 9 } } })
    .png()
    .toBuffer()

/** What somebody does to an installation: a unit, an entry in the audit log and a picture, again and again. */
export async function work(db: Pool, dataDir: string, nth: number, mediaS3?: S3Config) {
  const { store } = openMedia({ dataDir, mediaS3 }, db)
  await inTransaction(db, async (client) => {
    const unit = await createUnit(client, '99999', `Tổ «${nth}»`)
    await openAudit()(client, {
      actor: null,
      by: 'program',
      action: 'unit.create',
      subject: 'unit',
      subjectId: unit
    })
  })
  await store.take(await picture(nth))
}

/** A category, a unit and reports that name one another, places and moments of every kind. */
export async function fillWithReports(db: Pool) {
  const unit = await createUnit(db)
  await db.query(
    `insert into report_category (code, name_vi, name_en, theme, resolve_hours, duplicate_radius_m, duplicate_days, position)
     values ('waste', 'Rác "thải"\\ 🗑', E'Waste\\n\\tpoint', 'waste', 48, 50, 30, 1)`
  )
  await db.query(
    `insert into report (id, number, category_code, sensitive, urgent, state, geom, measured_geom, accuracy_m, place_from,
                         channel, unit_id, observed_at, receive_due_at, duplicate_of, description)
     select ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'PA-2026-' || n, 'waste', false, n % 2 = 0,
            case when n < 20 then 'duplicate' else 'new' end, st_setsrid(st_makepoint(105 + n / 7.0, 20 + n / 3.0), 4326),
            case when n % 2 = 0 then st_setsrid(st_makepoint(105 + n / 11.0, 20), 4326) end, n / 3.0, 'gps', 'web', $1,
            timestamptz '2026-11-22 08:00:00.123456+07' + n * interval '1 microsecond',
            case n % 3 when 0 then timestamptz 'infinity' when 1 then timestamptz '-infinity' end,
            case when n < 20 then ('00000000-0000-7000-8000-' || lpad((n + 1)::text, 12, '0'))::uuid end,
            nullif(repeat(E'Đống rác to\\r\\n"\\\\{,}', n % 3), '')
       from generate_series(1, 20) n order by n desc`,
    [unit]
  )
  await db.query(
    `insert into report_event (report_id, kind, data)
     select id, 'received', jsonb_build_object('n', 1e20, 'x', 0.1, 'text', description) from report`
  )
}

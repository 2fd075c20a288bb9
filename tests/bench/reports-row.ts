import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Pool } from 'pg'
import { z } from 'zod'
import { openAsIs } from '../../server/db/open.ts'
import { quietLog } from '../support/quiet-log.ts'
import { startProcess } from '../support/process.ts'
import { backupRow } from './backup-row.ts'
import { forked } from './forked.ts'
import { percentile, type Row } from './measure.ts'
import type { CrowdResult, CrowdTask } from './report-crowd.ts'
import { openInboxes, requireAllThere } from './report-office.ts'

const PEOPLE = 100
const OFFICERS = 50
const PHOTOS = 2
const ROUNDS = 3
const REPORTS_MS = 15_000
const EMPTY_MS = 5_000
const LIMIT_MS = 500
/** Inside the illustrated commune. */
const PLACE = { lng: 105.333, lat: 19.064 }

const Port = z.object({ port: z.int() })
const Times = z.array(z.number())
const Result = z.union([
  z.object({ failure: z.string() }),
  z.object({
    result: z.object({
      texts: Times,
      chunks: Times,
      lists: Times,
      sent: z.array(z.object({ id: z.string(), photos: z.array(z.string()) }))
    })
  })
])

type Crowd = ReturnType<typeof forked>

async function ask(crowd: Crowd, task: CrowdTask): Promise<CrowdResult> {
  const heard = crowd.hear(Result)
  crowd.send(task)
  const answer = await heard
  if ('failure' in answer) throw new Error(answer.failure)
  return answer.result
}

interface Place {
  dataDir: string
  databaseUrl: string | undefined
}

/** Behind a proxy that names where people come from. */
const environmentOf = ({ dataDir, databaseUrl }: Place) => ({
  DATA_DIR: dataDir,
  ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
  DEMO: '1',
  TRUSTED_PROXIES: 'loopback',
  LOG_LEVEL: 'warn'
})

/** Both in turn, each against the same database; what all rounds together came to. */
async function takeTurns(crowd: Crowd, db: Pool, ports: { program: number; empty: number }) {
  const { sessions, categories } = await openInboxes(db, OFFICERS)
  const all = { texts: [] as number[], chunks: [] as number[], lists: [] as number[], empty: [] as number[] }
  const sent: CrowdResult['sent'] = []
  const task = {
    port: ports.program,
    people: PEOPLE,
    sessions,
    categories,
    place: PLACE,
    photosPerReport: PHOTOS
  }
  for (let round = 0; round < ROUNDS; round++) {
    const reports = await ask(crowd, { kind: 'reports', ms: REPORTS_MS, ...task })
    const empty = await ask(crowd, { kind: 'empty', port: ports.empty, people: PEOPLE, ms: EMPTY_MS })
    all.texts.push(...reports.texts)
    all.chunks.push(...reports.chunks)
    all.lists.push(...reports.lists)
    all.empty.push(...empty.texts)
    sent.push(...reports.sent)
  }
  return { ...all, sent }
}

type Taken = Awaited<ReturnType<typeof takeTurns>>

function rowOf(engine: string, { texts, chunks, lists, empty, sent }: Taken): Row {
  const p95 = (times: number[]) => percentile(times, 0.95)
  const ms = (time: number) => time.toFixed(0)
  return {
    name: `text of a report, p95 ms: 100 people with photos, 50 inboxes (${engine})`,
    ratio: p95(texts),
    limit: { most: LIMIT_MS },
    detail: [
      `${(p95(texts) / p95(empty)).toFixed(1)} times the empty route (${ms(p95(empty))} ms)`,
      `median ${ms(percentile(texts, 0.5))}`,
      `a part of a photo ${ms(p95(chunks))}, the inbox ${ms(p95(lists))}`,
      `${sent.length} reports, ${sent.flatMap(({ photos }) => photos).length} photos, none lost`
    ].join('; ')
  }
}

/** The program as it runs for people: built, in a process of its own. */
async function measure(engine: string, place: Place): Promise<Row[]> {
  const environment = environmentOf(place)
  const program = await startProcess('dist/server/main.js', { environment })
  const port = Number(new URL(program.url).port)
  const crowd = forked(new URL('report-crowd.ts', import.meta.url))
  try {
    const { database } = await openAsIs({ ...place, databaseReadUrl: undefined }, quietLog)
    const bare = forked(new URL('empty-route.ts', import.meta.url), [JSON.stringify(database.connection)])
    try {
      const { port: empty } = await bare.hear(Port)
      const taken = await takeTurns(crowd, database.db, { program: port, empty })
      await requireAllThere(database.db, place.dataDir, taken.sent)
      return [rowOf(engine, taken), await backupRow(engine, { ...place, environment }, port)]
    } finally {
      bare.leave()
      await database.close()
    }
  } finally {
    crowd.leave()
    await program.stop()
  }
}

async function inFolder(engine: string, databaseUrl: string | undefined): Promise<Row[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'diaban-bench-'))
  try {
    return await measure(engine, { dataDir, databaseUrl })
  } finally {
    rmSync(dataDir, { recursive: true })
  }
}

/**
 * People who report while officers watch, then a backup of what they sent; on the embedded engine and on an empty database
 * of PostgreSQL.
 */
export async function reportRows(databaseUrl: string): Promise<Row[]> {
  return [...(await inFolder('embedded', undefined)), ...(await inFolder('PostgreSQL', databaseUrl))]
}

import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Log, Queryable } from '../db/pool.ts'
import { isAbsent } from '../absent.ts'
import { Unusable } from '../unusable.ts'
import { isInChain, readAuditHead } from './audit-queries.ts'
import type { KnownEnd } from './audit-verify.ts'

// The end of the audit log, noted outside of the database: whoever holds the database alone cannot cut the log unnoticed.

const FILE = 'audit-end.json'
const HOUR_MS = 3_600_000
/** A database that is away holds up no ending. */
const LAST_WORD_MS = 2_000

const Noted = z.object({
  id: z.int().positive(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  /** RFC 3339. */
  at: z.string()
})
export type NotedEnd = z.infer<typeof Noted>

/** Where a data folder keeps the end that was noted last. */
export const endFile = (dataDir: string): string => join(dataDir, FILE)

const damaged = (file: string, cause: unknown) =>
  new Unusable(
    {
      vi: `Tệp ${file} (điểm cuối của nhật ký) bị hỏng. Hãy đối chiếu nhật ký với bản sao lưu, rồi xóa tệp này.`,
      en: `The file ${file} (the end of the audit log) is damaged. Compare the log with a backup, then remove the file.`
    },
    { cause }
  )

/** The end that was noted last; null: none was. Throws `Unusable` where it cannot be understood. */
export async function readEnd(dataDir: string): Promise<NotedEnd | null> {
  const file = endFile(dataDir)
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (isAbsent(error)) return null
    throw error
  })
  if (text === null) return null
  try {
    return Noted.parse(JSON.parse(text))
  } catch (error) {
    throw damaged(file, error)
  }
}

/** Notes an end in place of the one before, whatever that was; null: there is none. A restored log begins so. */
export async function writeEnd(dataDir: string, end: KnownEnd | null, at = new Date()): Promise<void> {
  const file = endFile(dataDir)
  if (!end) return rm(file, { force: true })
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  const unfinished = `${file}.${process.pid}.new`
  const noted: NotedEnd = { ...end, at: at.toISOString() }
  await writeFile(unfinished, JSON.stringify(noted), { mode: 0o600, flush: true })
  await rename(unfinished, file)
}

/** Notes the log's present end, if the one that was noted before is still in it. False: it is not, and stays noted. */
export async function noteEnd(db: Queryable, dataDir: string): Promise<boolean> {
  const noted = await readEnd(dataDir)
  const head = await readAuditHead(db)
  if (!head || (noted && !(await isInChain(db, noted)))) return false
  const hash = head.hash.toString('hex')
  if (head.lastId > 0 && hash !== noted?.hash) await writeEnd(dataDir, { id: head.lastId, hash })
  return true
}

/** Notes the end now, each hour and at the end of the program, and logs a log that was cut. Answers what ends it. */
export function keepAuditEnd(
  db: Queryable,
  dataDir: string,
  log: Pick<Log, 'warn' | 'error'>
): () => Promise<void> {
  const cut = `Nhật ký không khớp với điểm cuối đã ghi trong ${endFile(dataDir)}: có mục đã bị xóa hoặc viết lại. Hãy chạy «npm run audit -- verify».`
  let running: Promise<unknown> = Promise.resolve()
  const note = () => {
    running = running
      .then(() => noteEnd(db, dataDir))
      .then((fits) => (fits ? undefined : log.error(cut)))
      .catch((error: unknown) => log.warn(`Chưa ghi được điểm cuối của nhật ký: ${String(error)}`))
  }
  note()
  const timer = setInterval(note, HOUR_MS)
  return async () => {
    clearInterval(timer)
    note()
    let last: NodeJS.Timeout | undefined
    const enough = new Promise((resolve) => (last = setTimeout(resolve, LAST_WORD_MS)))
    await Promise.race([running, enough])
    clearTimeout(last)
  }
}

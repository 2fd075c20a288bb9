import type { Pool } from 'pg'
import type { Audit } from '../accounts/contract.ts'
import type { Log, Queryable } from '../db/pool.ts'
import { inTransaction } from '../db/transaction.ts'
import type { MediaStore } from '../media/contract.ts'
import { addForgotten, readForgotten } from './forgotten-list.ts'
import { findForgotten, findUndone, forgetCode, forgetReporter } from './own-data-queries.ts'

const EVERY_MS = 60_000

/** What forgetting again works with. */
interface Forgetting {
  db: Pool
  audit: Audit<Queryable>
  media: Pick<MediaStore, 'forget'>
  log: Pick<Log, 'warn'>
  /** What a line `memory <uuid>` stands for: another theme's, which remembers it by the same table. */
  forgetMemory: (db: Queryable, id: string) => Promise<void>
}

/** Forgets what one line of the list stands for. Answers voice notes that nothing names now. */
async function forgetKey(
  db: Queryable,
  key: string,
  forgetMemory: Forgetting['forgetMemory']
): Promise<string[]> {
  const [kind, value = ''] = key.split(' ')
  if (kind === 'report') return forgetReporter(db, value)
  if (kind === 'memory') await forgetMemory(db, value)
  else await forgetCode(db, Buffer.from(value, 'hex'))
  return []
}

/**
 * Does again the deletions on a folder's list that the database knows nothing of: an older state of it came back. Answers
 * how many there were. To be called before anything is answered. Throws `Unusable` where the list cannot be understood.
 */
export async function forgetAgain(
  { db, audit, media, log, forgetMemory }: Forgetting,
  folder: string
): Promise<number> {
  const keys = await findUndone(db, await readForgotten(folder))
  if (keys.length === 0) return 0
  const voices = await inTransaction(db, async (client) => {
    const gone: string[] = []
    for (const key of keys) gone.push(...(await forgetKey(client, key, forgetMemory)))
    await audit(client, {
      actor: null,
      by: 'program',
      action: 'report.forget_again',
      subject: 'report',
      after: { count: keys.length }
    })
    return gone
  })
  for (const sha256 of voices)
    await media
      .forget(sha256)
      // A store that is away keeps nobody from starting.
      .catch((error: unknown) =>
        log.warn(`Chưa xóa được ghi âm ${sha256}, để lại cho lần dọn tệp: ${String(error)}`)
      )
  return keys.length
}

/** Puts every deletion of the database on a folder's list. */
export const noteForgotten = async (db: Queryable, folder: string): Promise<void> =>
  addForgotten(folder, await findForgotten(db))

/** Keeps a folder's list up to date, within a minute; what fails is logged once and tried again. Answers what ends it. */
export function keepForgotten(db: Queryable, folder: string, log: Pick<Log, 'warn'>): () => Promise<void> {
  let running: Promise<unknown> = Promise.resolve()
  let told = ''
  const warn = (error: unknown) => {
    const sentence = `Chưa ghi được danh sách đã xóa theo yêu cầu vào ${folder}: ${String(error)}`
    if (sentence !== told) log.warn(sentence)
    told = sentence
  }
  const note = () => {
    running = running.then(() => noteForgotten(db, folder)).then(() => (told = ''), warn)
  }
  note()
  const timer = setInterval(note, EVERY_MS)
  return async () => {
    clearInterval(timer)
    await running
  }
}

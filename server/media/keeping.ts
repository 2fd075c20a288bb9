import { createHash, randomInt } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import type { Log, Queryable } from '../db/pool.ts'
import type { Sha256 } from './contract.ts'
import { closeUnnamed, deleteUnnamed, listStored, listUnchecked, noteChecked } from './keeping-queries.ts'
import type { ByteStore } from './store.ts'
import { UPLOAD_DAYS, UploadFiles } from './upload-files.ts'

const HOUR_MS = 3600 * 1000
const DAY_MS = 24 * HOUR_MS
const EVERY_MS = 5 * 60 * 1000
/** Between handing in a file and naming it lie seconds. */
const ORPHAN_MS = DAY_MS
const UNNAMED_OPEN_MS = HOUR_MS
const CHECK_AGAIN_MS = 30 * DAY_MS
/** Some 8,000 files a day. */
const CHECKS_AT_A_TIME = 30
const PARTS = 256

/** What looks after the files. */
export interface Keeping {
  db: Queryable
  files: ByteStore
  uploadsFolder: string
  log: Log
}

const ago = (ms: number) => new Date(Date.now() - ms)

/** Takes away what belongs to nothing any more, of the 256th part of the files that begin with these two digits. */
export async function sweepOrphans({ db, files }: Omit<Keeping, 'log'>, prefix: string) {
  await closeUnnamed(db, prefix, ago(UNNAMED_OPEN_MS))
  // What was made of an original goes first: the original in the next round.
  const rows = await deleteUnnamed(db, prefix, ago(ORPHAN_MS))
  const before = ago(ORPHAN_MS)
  const known = await listStored(db, prefix)
  let swept = await files.sweepUnfinished(prefix, before)
  for await (const { sha256, modifiedAt } of files.list(prefix)) {
    if (known.has(sha256) || modifiedAt >= before) continue
    await files.remove(sha256, before)
    swept++
  }
  return { rows, files: swept }
}

/** Uploads that nobody went on with, and what finished ones left. */
export async function sweepUploads({ uploadsFolder }: Pick<Keeping, 'uploadsFolder'>) {
  await mkdir(uploadsFolder, { recursive: true, mode: 0o700 })
  return new UploadFiles(uploadsFolder).sweep(ago(UPLOAD_DAYS * DAY_MS))
}

async function digestOf(files: ByteStore, sha256: Sha256) {
  const stream = await files.read(sha256)
  if (!stream) return null
  const hash = createHash('sha256')
  for await (const piece of stream) hash.update(piece)
  return hash.digest('hex')
}

/** A disk that cannot give the bytes has lost them; a store that is away has not, and throws. */
async function isWhole(files: ByteStore, sha256: Sha256) {
  try {
    return (await digestOf(files, sha256)) === sha256
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EIO') return false
    throw error
  }
}

type Checking = Omit<Keeping, 'uploadsFolder'>

/** Compares one file with its hash and notes it; found damaged for the first time, it is one line in the log. */
async function checkFile({ db, files, log }: Checking, stored: Sha256, knownDamaged: boolean) {
  const whole = await isWhole(files, stored)
  await noteChecked(db, stored, whole)
  if (!whole && !knownDamaged)
    log.error(`Tệp ${stored} trong kho ảnh bị mất hoặc hỏng. Hãy lấy lại tệp này từ bản sao lưu.`)
  return whole
}

/**
 * Compares the bytes of files that were not compared for a month with their hashes; answers the damaged ones. A file that
 * cannot be read now keeps no other from being compared: the first such failure is thrown at the end.
 */
export async function checkFiles(checking: Checking, isClosing = () => false) {
  const damaged: Sha256[] = []
  const failures: unknown[] = []
  for (const file of await listUnchecked(checking.db, ago(CHECK_AGAIN_MS), CHECKS_AT_A_TIME)) {
    if (isClosing()) break
    try {
      if (!(await checkFile(checking, file.stored, file.damaged))) damaged.push(file.stored)
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) throw failures[0]
  return damaged
}

/** Said at the start, not first when somebody's picture is refused. */
function tellOfClosedFolder({ uploadsFolder, log }: Keeping) {
  mkdir(uploadsFolder, { recursive: true, mode: 0o700 }).catch((error: unknown) =>
    log.error(
      `Không ghi được vào ${uploadsFolder} nên chưa nhận được ảnh và ghi âm: ${String(error)}. Hãy cấp quyền ghi, hoặc đặt DATA_DIR sang thư mục khác.`
    )
  )
}

/** Does each step in turn: one that fails keeps no other from being done. The first failure is thrown at the end. */
async function doEach(steps: readonly (() => Promise<unknown>)[]) {
  const failures: unknown[] = []
  for (const step of steps)
    try {
      await step()
    } catch (error) {
      failures.push(error)
    }
  if (failures.length > 0) throw failures[0]
}

/**
 * Looks after the files every five minutes: a part of the orphans, abandoned uploads, a few checksums. What fails is
 * logged and tried again. Answers what ends it, once what is under way is done.
 */
export function keepMedia(keeping: Keeping): () => Promise<void> {
  let isClosing = false
  let part = randomInt(PARTS)
  let running = Promise.resolve()
  const round = async () => {
    part = (part + 1) % PARTS
    await doEach([
      () => sweepUploads(keeping),
      () => sweepOrphans(keeping, part.toString(16).padStart(2, '0')),
      () => checkFiles(keeping, () => isClosing)
    ])
  }
  const begin = () => {
    running = running
      .then(() => (isClosing ? undefined : round()))
      .catch((error: unknown) => keeping.log.warn(`Chưa dọn và kiểm tra được kho ảnh: ${String(error)}`))
  }
  tellOfClosedFolder(keeping)
  const timer = setInterval(begin, EVERY_MS)
  return () => {
    isClosing = true
    clearInterval(timer)
    return running
  }
}

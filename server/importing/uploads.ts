import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { unlessAbsent } from '../absent.ts'
import { HttpError } from '../http/errors.ts'
import { MAX_IMPORT_BYTES, type ImportState } from './contract.ts'

const KEPT_MS = 2 * 3_600_000
/** Another program may be at work in the same folder; what is older is nobody's. */
const FOREIGN_MS = 24 * 3_600_000
const MEGABYTE = 1024 * 1024

/** A file that somebody handed in, and how far it has come. */
export interface Upload {
  id: string
  accountId: number
  folder: string
  /** With the name that the file has at home. */
  path: string
  since: number
  /** All its bytes are here. */
  hasArrived: boolean
  state: ImportState
}

const GONE = new HttpError(404, {
  vi: 'Máy chủ không còn giữ tệp này (quá 2 giờ, tài khoản này đã gửi tệp khác, hoặc chương trình vừa khởi động lại). Nếu đã bấm nạp, hãy xem ở «Các lần nạp gần đây»; không có ở đó thì chọn lại tệp.',
  en: 'The server no longer has this file (two hours have passed, this account has sent another one, or the program was restarted). If you had it taken in, look under “Latest imports”; where it is not there, choose the file again.'
})
const TOO_LARGE = new HttpError(413, {
  vi: `Tệp lớn quá ${MAX_IMPORT_BYTES / MEGABYTE} MB. Hãy chia tệp, hoặc nạp trên máy chủ bằng npm run import.`,
  en: `The file is larger than ${MAX_IMPORT_BYTES / MEGABYTE} MB. Divide it, or use npm run import on the server.`
})
const UNDER_WAY = new HttpError(409, {
  vi: 'Tệp này đang được nạp. Hãy đợi xong.',
  en: 'This file is being taken in. Wait until it is done.'
})
const EMPTY = new HttpError(422, {
  vi: 'Tệp trống, hoặc chưa gửi được. Hãy chọn lại tệp.',
  en: 'The file is empty, or did not arrive. Choose it again.'
})

const waiting = (): ImportState => ({ state: 'waiting', rows: 0, total: null, said: null, problem: null })

/** File systems name no file in more bytes; a letter of Vietnamese has up to three. */
const MOST_NAME_BYTES = 200

/** A name without a way to other folders, its stem no longer than a file system takes; its ending tells the format. */
function plainName(name: string) {
  const plain = basename(name.replace(/[\\\0]/g, '/')).replace(/^\.+/, '') || 'tep'
  const ending = extname(plain).slice(0, 20)
  const letters = [...plain.slice(0, plain.length - extname(plain).length)]
  while (Buffer.byteLength(letters.join('') + ending) > MOST_NAME_BYTES) letters.pop()
  return letters.join('') + ending
}

async function* limited(bytes: AsyncIterable<Uint8Array>) {
  let size = 0
  for await (const piece of bytes) {
    size += piece.length
    if (size > MAX_IMPORT_BYTES) throw TOO_LARGE
    yield piece
  }
  if (size === 0) throw EMPTY
}

const isOver = ({ state, since }: Upload) => state.state !== 'running' && Date.now() - since > KEPT_MS

/** The files that wait to be taken in; only the process that took them knows them. */
export class Uploads {
  readonly #folder: string
  readonly #all = new Map<string, Upload>()

  constructor(folder: string) {
    this.#folder = folder
  }

  /** Takes away what nobody can ask for any more. */
  async sweep() {
    for (const upload of this.#all.values()) if (isOver(upload)) await this.#remove(upload)
    const names = (await readdir(this.#folder).catch(unlessAbsent)) ?? []
    for (const path of names.filter((name) => !this.#all.has(name)).map((name) => join(this.#folder, name))) {
      const found = await stat(path).catch(unlessAbsent)
      if (found && Date.now() - found.mtimeMs > FOREIGN_MS) await rm(path, { recursive: true, force: true })
    }
  }

  /** Keeps a file in the place of what the account had handed in when it began to arrive. Throws 413, 422. */
  async take(accountId: number, name: string, bytes: Readable): Promise<Upload> {
    const id = randomUUID()
    const folder = join(this.#folder, id)
    const earlier = [...this.#all.values()].filter(
      (other) => other.accountId === accountId && other.hasArrived
    )
    const upload = {
      id,
      accountId,
      folder,
      path: join(folder, plainName(name)),
      since: Date.now(),
      hasArrived: false,
      state: waiting()
    }
    this.#all.set(id, upload)
    await this.sweep()
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      await pipeline(limited(bytes), createWriteStream(upload.path, { flags: 'wx', mode: 0o600 }))
    } catch (error) {
      await this.#remove(upload)
      throw error
    }
    upload.hasArrived = true
    for (const other of earlier) if (other.state.state !== 'running') await this.#remove(other)
    return upload
  }

  /** A file of an account. Throws 404. */
  require(accountId: number, id: string): Upload {
    const upload = this.#all.get(id)
    if (!upload || upload.accountId !== accountId || isOver(upload)) throw GONE
    return upload
  }

  /** As `require`, and it is not being taken in. Throws 409. */
  requireIdle(accountId: number, id: string): Upload {
    const upload = this.require(accountId, id)
    if (upload.state.state === 'running') throw UNDER_WAY
    return upload
  }

  /** Throws all away: nobody can ask for them once the program has ended. */
  async close() {
    for (const upload of this.#all.values()) await this.#remove(upload)
  }

  /** Throws a file away. */
  drop(accountId: number, id: string) {
    return this.#remove(this.requireIdle(accountId, id))
  }

  async #remove({ id, folder }: Upload) {
    this.#all.delete(id)
    await rm(folder, { recursive: true, force: true })
  }
}

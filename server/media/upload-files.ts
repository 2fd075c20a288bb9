import { createWriteStream } from 'node:fs'
import { readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { FileStore } from '@tus/file-store'
import { Upload } from '@tus/server'
import { codeOf } from './folder-store.ts'
import { withSpace } from './space.ts'
import { isUploadId } from './upload-id.ts'
import { goneUpload } from './upload-refusals.ts'

/** A phone may be without signal for days in the middle of a picture. */
export const UPLOAD_DAYS = 7
const DAY_MS = 24 * 3600 * 1000

/**
 * Uploads under way as files of a folder: `<id>` holds what has arrived, `<id>.json` what was announced. Where a finished
 * upload was, its announcement stays for a while and says that all has arrived: a phone that lost the last answer asks.
 */
export class UploadFiles extends FileStore {
  constructor(directory: string) {
    super({ directory, expirationPeriodInMilliseconds: UPLOAD_DAYS * DAY_MS })
    this.extensions = ['creation', 'creation-with-upload', 'termination', 'expiration']
  }

  #path(id: string) {
    if (!isUploadId(id)) throw goneUpload()
    return join(this.directory, id)
  }

  override create(upload: Upload) {
    return withSpace(() => super.create(upload))
  }

  /** Appends what comes; where it breaks off, what came before stays. */
  override async write(source: Readable, id: string, offset: number) {
    if (await this.isFinished(id)) return offset
    const file = createWriteStream(this.#path(id), { flags: 'r+', start: offset })
    await withSpace(() => pipeline(source, file))
    return offset + file.bytesWritten
  }

  override async getUpload(id: string) {
    const { size, offset, metadata, creation_date } = await this.announced(id)
    if (size === undefined || offset !== size) return super.getUpload(id)
    return new Upload({
      id,
      size,
      offset,
      ...(metadata && { metadata }),
      ...(creation_date && { creation_date })
    })
  }

  private async announced(id: string): Promise<Upload> {
    if (!isUploadId(id)) throw goneUpload()
    // The library's typings leave out that an absent or half-written announcement is undefined.
    const upload = (await this.configstore.get(id)) as Upload | undefined
    if (!upload) throw goneUpload()
    return upload
  }

  /** Whether its file was taken in already. */
  async isFinished(id: string) {
    const { offset, size } = await this.announced(id)
    return size !== undefined && offset === size
  }

  /** All that has arrived. */
  bytesOf(id: string) {
    return readFile(this.#path(id))
  }

  /** Its file was taken in: the bytes go, the announcement says that all is here. */
  async finish(upload: Upload) {
    await this.configstore.set(upload.id, Object.assign(upload, { offset: upload.size }))
    await rm(this.#path(upload.id), { force: true })
  }

  /** Nothing of it stays. */
  async discard(id: string) {
    await rm(this.#path(id), { force: true })
    await rm(`${this.#path(id)}.json`, { force: true })
  }

  /** The uploads under way whose names begin so. */
  async openWith(prefix: string) {
    const names = await readdir(this.directory)
    return names.filter((name) => name.startsWith(prefix) && isUploadId(name))
  }

  /** Takes away what nobody wrote to since; answers how many files. */
  async sweep(before: Date, most = 1000) {
    let swept = 0
    for (const name of await readdir(this.directory)) {
      if (swept >= most) break
      const path = join(this.directory, name)
      const found = await stat(path).catch((error: unknown) => {
        // Finished, and taken away, a moment ago.
        if (codeOf(error) === 'ENOENT') return undefined
        throw error
      })
      if (!found || found.mtime >= before) continue
      await rm(path, { force: true })
      swept++
    }
    return swept
  }
}

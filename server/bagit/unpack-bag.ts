import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { extract, type Extract } from 'tar-stream'
import { Unusable } from '../unusable.ts'
import { requireInside } from './paths.ts'
import { noSuchBag, notABag, outsideBag, writingFailed } from './problems.ts'
import { tidyOnEnding } from './tidy-on-ending.ts'

/** A bag as a folder. */
export interface OpenedBag {
  folder: string
  /** What was unpacked for it; null: it is where it was. */
  temporary: string | null
  /** Takes away what was unpacked. */
  remove: () => Promise<void>
}

type Entry = Extract extends AsyncIterable<infer E> ? E : never

async function writeMember(entry: Entry, folder: string) {
  const name = entry.header.name
  if (entry.header.type === 'directory') return entry.resume()
  if (entry.header.type !== 'file') throw outsideBag(name)
  const file = join(folder, ...requireInside(name).split('/'))
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  await pipeline(entry, createWriteStream(file, { flags: 'wx', mode: 0o600 }))
}

async function unpack(path: string, folder: string) {
  const tar = extract()
  const flow = pipeline(createReadStream(path), tar).then(
    () => undefined,
    (error: unknown) => (error instanceof Error ? error : new Error(String(error)))
  )
  try {
    for await (const entry of tar) await writeMember(entry, folder)
    const failure = await flow
    if (failure) throw failure
  } catch (error) {
    tar.destroy()
    await flow
    const isSystem = error instanceof Error && 'syscall' in error
    throw error instanceof Unusable || isSystem ? writingFailed(folder, error) : notABag(path, error)
  }
}

/** The folder with bagit.txt: a tar holds the bag as the one folder at its top. */
async function topOf(folder: string) {
  const entries = await readdir(folder, { withFileTypes: true })
  const [only] = entries
  return entries.length === 1 && only?.isDirectory() ? join(folder, only.name) : folder
}

/** A bag, in a folder or a tar file; the latter is unpacked below `scratch`, piece by piece. Throws `Unusable`. */
export async function unpackBag(path: string, scratch: string): Promise<OpenedBag> {
  const found = await stat(path).catch((error: unknown) => {
    throw noSuchBag(path, error)
  })
  if (found.isDirectory()) return { folder: path, temporary: null, remove: async () => undefined }
  const folder = await mkdtemp(join(scratch, 'dia-ban-bag-'))
  const remove = () => rm(folder, { recursive: true, force: true })
  try {
    await tidyOnEnding(folder, () => unpack(path, folder))
    return { folder: await topOf(folder), temporary: folder, remove }
  } catch (error) {
    await remove()
    throw error
  }
}

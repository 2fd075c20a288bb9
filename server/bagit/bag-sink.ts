import { randomBytes } from 'node:crypto'
import { createWriteStream, existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { pack } from 'tar-stream'
import { placeTaken, writingFailed } from './problems.ts'
import { tidyOnEnding } from './tidy-on-ending.ts'

/** Where the files of a bag go: a folder, or one tar file with the folder in it. */
export interface BagSink {
  /** Adds a file of so many bytes, which are taken as they come. */
  add: (path: string, size: number, bytes: AsyncIterable<Uint8Array>) => Promise<void>
  /** Gives the bag its name. */
  finish: () => Promise<void>
  /** Removes what was begun. */
  abandon: () => Promise<void>
}

/** A name beside the final one, so that nobody takes what is half done for a bag. */
const besideOf = (path: string) =>
  join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.part`)

function folderSink(path: string, unfinished: string): BagSink {
  return {
    async add(name, _size, bytes) {
      const file = join(unfinished, ...name.split('/'))
      await mkdir(dirname(file), { recursive: true, mode: 0o700 })
      await pipeline(
        Readable.from(bytes, { objectMode: false }),
        createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true })
      )
    },
    finish: () => rename(unfinished, path),
    abandon: () => rm(unfinished, { recursive: true, force: true })
  }
}

/** Writes a member piece by piece, as fast as the disk takes them. */
async function writeEntry(
  tar: ReturnType<typeof pack>,
  header: { name: string; size: number },
  bytes: AsyncIterable<Uint8Array>
) {
  const entry = tar.entry({ ...header, mode: 0o600, mtime: new Date() })
  await pipeline(Readable.from(bytes, { objectMode: false }), entry)
}

/** `target`: where the bytes of the tar go; `name`: of the one folder in it. */
export function tarSink(name: string, target: NodeJS.WritableStream): BagSink {
  const tar = pack()
  const flow = pipeline(Readable.from(tar, { objectMode: false }), target)
  // Told by whoever adds next, or by the end.
  flow.catch((error: unknown) => tar.destroy(error instanceof Error ? error : new Error(String(error))))
  return {
    async add(path, size, bytes) {
      await Promise.race([
        writeEntry(tar, { name: `${name}/${path}`, size }, bytes),
        flow.then(() => undefined)
      ])
    },
    async finish() {
      tar.finalize()
      await flow
    },
    async abandon() {
      tar.destroy()
      await flow.catch(() => undefined)
    }
  }
}

function tarFileSink(path: string, unfinished: string): BagSink {
  const inner = tarSink(
    basename(path).replace(/\.tar$/i, ''),
    createWriteStream(unfinished, { flags: 'wx', mode: 0o600, flush: true })
  )
  return {
    add: inner.add,
    async finish() {
      await inner.finish()
      await rename(unfinished, path)
    },
    async abandon() {
      await inner.abandon()
      await rm(unfinished, { force: true })
    }
  }
}

/**
 * Runs `work` with a bag at a path that is not there yet: a tar file where the path ends so, else a folder. What `work`
 * throws leaves nothing behind. Throws `Unusable` where it cannot be written.
 */
export async function intoBag(path: string, work: (sink: BagSink) => Promise<void>) {
  const place = resolve(path)
  if (existsSync(place)) throw placeTaken(place)
  const unfinished = besideOf(place)
  const sink = (/\.tar$/i.test(place) ? tarFileSink : folderSink)(place, unfinished)
  try {
    await tidyOnEnding(unfinished, async () => {
      await work(sink)
      await sink.finish()
    })
  } catch (error) {
    await sink.abandon()
    throw writingFailed(place, error)
  }
}

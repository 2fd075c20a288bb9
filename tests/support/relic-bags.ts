import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { intoBag } from '../../server/bagit/bag-sink.ts'
import { checkBag } from '../../server/bagit/check-bag.ts'
import { unpackBag } from '../../server/bagit/unpack-bag.ts'
import { moveMedia } from '../../server/media/moving/move-media.ts'
import { openFiles } from '../../server/media/open.ts'
import { exportRelics, type Exported } from '../../server/relics/bag/export-relics.ts'
import { takeInRelics, type Taken } from '../../server/relics/bag/take-in-relics.ts'
import { derivations, registry } from '../../server/themes.ts'
import { Unusable } from '../../server/unusable.ts'
import type { TestServer } from './server.ts'

export const sumOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** Every file below a folder, by its path. */
export const filesOf = (path: string) =>
  readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(path.length + 1))
    .sort()

/** Writes a file of a bag anew. */
export const edit = (path: string, name: string, change: (text: string) => string) =>
  writeFileSync(join(path, name), change(readFileSync(join(path, name), 'utf8')))

/** Makes all checksums of a bag anew. */
function seal(path: string) {
  const lines = (names: string[]) =>
    names.map((name) => `${sumOf(readFileSync(join(path, name)))}  ${name}\n`).join('')
  const payload = filesOf(path).filter((name) => name.startsWith('data/'))
  writeFileSync(join(path, 'manifest-sha256.txt'), lines(payload))
  const tags = ['bag-info.txt', 'bagit.txt', 'manifest-sha256.txt']
  writeFileSync(join(path, 'tagmanifest-sha256.txt'), lines(tags))
}

const mediaOf = ({ db, environment }: TestServer) =>
  moveMedia(db, openFiles({ dataDir: environment.DATA_DIR }))

/** Bags of relics in a folder of its own, made and taken in without the command's process; `remove` takes it away. */
export function openBags() {
  const folder = mkdtempSync(join(tmpdir(), 'diaban-bag-'))
  let copies = 0

  async function put(server: TestServer, name: string, slugs: string[] | null = null) {
    const path = join(folder, name)
    let exported: Exported | undefined
    await intoBag(path, async (sink) => {
      exported = await exportRelics({ db: server.db, media: mediaOf(server), registry }, sink, slugs)
    })
    return { path, exported: exported! }
  }

  async function takeIn(
    server: TestServer,
    path: string,
    asked: { dryRun?: boolean; withoutTours?: boolean } = {}
  ) {
    const opened = await unpackBag(path, folder)
    try {
      const desk = {
        db: server.db,
        media: mediaOf(server),
        registry,
        derivations,
        note: async () => undefined
      }
      const request = { name: 'tui', dryRun: false, takenBy: 'test', ...asked }
      const taken: Taken = await takeInRelics(desk, await checkBag(opened.folder), request)
      return taken
    } finally {
      await opened.remove()
    }
  }

  return {
    folder,
    put,
    takeIn,
    /** The sentence with which a bag is refused. */
    refusal: (server: TestServer, path: string) =>
      takeIn(server, path).then(
        () => 'taken in',
        (error: unknown) => (error instanceof Unusable ? error.sentence.vi : Promise.reject(error))
      ),
    /** A copy of a bag of which something is another; its checksums are made anew unless it is to be found out. */
    altered(bag: string, change: (path: string) => void, isSealed = true) {
      const path = join(folder, `copy-${copies++}`)
      cpSync(bag, path, { recursive: true })
      change(path)
      if (isSealed) seal(path)
      return path
    },
    remove: () => rmSync(folder, { recursive: true, force: true })
  }
}

/** What a server answers to an address, as whoever asks by the commune's name. */
export async function pageOf({ app }: Pick<TestServer, 'app'>, url: string) {
  const { statusCode, headers, rawPayload } = await app.inject({ url, headers: { host: 'xa.vn' } })
  return { statusCode, location: headers.location, sum: sumOf(rawPayload), text: rawPayload.toString() }
}

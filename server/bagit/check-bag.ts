import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { lstat, readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { unlessAbsent } from '../absent.ts'
import { readPath, requireInside } from './paths.ts'
import {
  alteredFile,
  badLine,
  missingFile,
  noManifest,
  notABag,
  notWhole,
  otherBagVersion,
  outsideBag,
  unnamedFile
} from './problems.ts'

/** A bag of which every file is what its checksum says. */
export interface CheckedBag {
  folder: string
  /** Values of bag-info.txt by label. */
  info: ReadonlyMap<string, string>
  /** The payload, below the bag (`data/…`). */
  files: ReadonlySet<string>
  /** One hash over the checksums of the payload: tells bags with other contents apart. */
  sha256: string
}

const VERSIONS = ['0.97', '1.0']
const MANIFEST = /^(tag)?manifest-(md5|sha1|sha256|sha512)\.txt$/
const LARGEST_TAG_FILE = 64 * 1024 * 1024

/** Every file below a folder, by its path with `/`; what is neither file nor folder is refused. */
async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.flatMap((entry) => {
    const name = relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/')
    if (entry.isDirectory()) return []
    if (!entry.isFile()) throw outsideBag(name)
    return [name]
  })
}

async function readTag(folder: string, name: string): Promise<string> {
  const path = join(folder, name)
  const found = await lstat(path).catch(unlessAbsent)
  if (!found?.isFile() || found.size > LARGEST_TAG_FILE) throw notABag(folder)
  return (await readFile(path, 'utf8')).replace(/^\u{feff}/u, '')
}

/** `Label: value` by line; a line that begins with a space goes on. */
function labelled(text: string): Map<string, string> {
  const lines = text.replace(/\r?\n[ \t]+/g, ' ').split(/\r\n|\r|\n/)
  return new Map(
    lines.flatMap((line) => {
      const [, label, value] = /^([^:]+):\s*(.*)$/.exec(line) ?? []
      return label === undefined || value === undefined ? [] : [[label.trim(), value.trim()] as const]
    })
  )
}

/** Path to checksum. */
function sumsOf(name: string, text: string): Map<string, string> {
  const sums = new Map<string, string>()
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    if (line === '') continue
    const [, sum, path] = /^([0-9a-fA-F]{32,128})[ \t]+\*?(.+)$/.exec(line) ?? []
    if (sum === undefined || path === undefined) throw badLine(name, index + 1)
    sums.set(requireInside(readPath(path)), sum.toLowerCase())
  }
  return sums
}

async function hashOf(path: string, algorithm: string) {
  const hash = createHash(algorithm)
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

async function checkSums(folder: string, manifest: string, files: ReadonlySet<string>) {
  const [, , algorithm = 'sha256'] = MANIFEST.exec(manifest) ?? []
  const sums = sumsOf(manifest, await readTag(folder, manifest))
  for (const [name, sum] of sums) {
    if (!files.has(name)) throw missingFile(name)
    if ((await hashOf(join(folder, name), algorithm)) !== sum) throw alteredFile(name)
  }
  return sums
}

async function requireVersion(folder: string) {
  const declared = labelled(await readTag(folder, 'bagit.txt'))
  const version = declared.get('BagIt-Version')
  if (version === undefined || declared.get('Tag-File-Character-Encoding') !== 'UTF-8') throw notABag(folder)
  if (!VERSIONS.includes(version)) throw otherBagVersion(version)
}

/** Tag files first: what they say of the payload can be believed only then. Answers the sums of the payload. */
async function checkManifests(folder: string, all: readonly string[]) {
  const files = new Set(all)
  const manifests = all.filter((name) => MANIFEST.test(name))
  const ofPayload = manifests.filter((name) => !name.startsWith('tag'))
  if (ofPayload.length === 0) throw noManifest()
  for (const name of manifests.filter((name) => name.startsWith('tag'))) await checkSums(folder, name, files)
  const payload = all.filter((name) => name.startsWith('data/'))
  const sums: string[] = []
  for (const name of ofPayload) {
    const told = await checkSums(folder, name, files)
    const unnamed = payload.find((file) => !told.has(file))
    if (unnamed !== undefined) throw unnamedFile(unnamed)
    sums.push(...[...told].map(([path, sum]) => `${name}\0${path}\0${sum}`))
  }
  return sums.sort()
}

/**
 * Checks a bag in a folder as RFC 8493 asks: it is complete, every file is what every manifest says, nothing lies outside.
 * Files are read as streams. Throws `Unusable` with the first thing that is wrong.
 */
export async function checkBag(folder: string): Promise<CheckedBag> {
  await requireVersion(folder)
  const all = await listFiles(folder)
  if (all.includes('fetch.txt')) throw notWhole('fetch.txt')
  const sums = await checkManifests(folder, all)
  const info = all.includes('bag-info.txt')
    ? labelled(await readTag(folder, 'bag-info.txt'))
    : new Map<string, string>()
  const files = new Set(all.filter((name) => name.startsWith('data/')))
  return { folder, info, files, sha256: createHash('sha256').update(sums.join('\n')).digest('hex') }
}

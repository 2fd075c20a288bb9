import { createHash } from 'node:crypto'
import { MOST_PACK_BYTES, type Pack, type PackFile } from './pack-contract.ts'
import type { PackMedium } from './pack-queries.ts'

/** A page as it is answered, and its path. */
export interface PackPage {
  path: string
  /** With the language that it is in. */
  from: string
  html: string
}

const SHOWN = /\/(?:api\/media|iiif)\/([0-9a-f]{64})\b/g
const LETTERS = /\/fonts\/[a-z0-9-]+\.woff2/g

/** Hashes of the files that pages show, whatever of the page shows them. */
export const shownBy = (pages: readonly PackPage[]): string[] =>
  [
    ...new Set(pages.flatMap(({ html }) => [...html.matchAll(SHOWN)].flatMap(([, hash]) => hash ?? [])))
  ].sort()

const lettersOf = (pages: readonly PackPage[], bytesOf: ReadonlyMap<string, number>): PackFile[] =>
  [...new Set(pages.flatMap(({ html }) => html.match(LETTERS) ?? []))].map((path) => ({
    path,
    from: path,
    bytes: bytesOf.get(path) ?? 0,
    kind: 'letters'
  }))

const mediumFile = ({ sha256, bytes, small, smallBytes }: PackMedium, isReduced: boolean): PackFile => {
  const path = `/api/media/${sha256}`
  return isReduced && small !== null && smallBytes !== null
    ? { path, from: `/api/media/${small}`, bytes: smallBytes, kind: 'media' }
    : { path, from: path, bytes, kind: 'media' }
}

const weigh = (files: readonly PackFile[]) => files.reduce((sum, { bytes }) => sum + bytes, 0)

/** Of the same files and pages always the same. */
function versionOf(pages: readonly PackPage[], files: readonly PackFile[]) {
  const hash = createHash('sha256')
  for (const { path, html } of pages) hash.update(path).update('\0').update(html).update('\0')
  for (const { path, from } of files) hash.update(path).update(from).update('\0')
  return hash.digest('hex').slice(0, 16)
}

/** What a tour is taken along in: pictures as they are, where that is too much small ones; sounds as they are. */
export function packOf(
  pages: readonly PackPage[],
  media: readonly PackMedium[],
  lettersBytes: ReadonlyMap<string, number>,
  most = MOST_PACK_BYTES
): Pack {
  const always = [
    ...pages.map(({ path, from, html }): PackFile => ({
      path,
      from,
      bytes: Buffer.byteLength(html),
      kind: 'page'
    })),
    ...lettersOf(pages, lettersBytes)
  ]
  const filled = (isReduced: boolean) => [...always, ...media.map((medium) => mediumFile(medium, isReduced))]
  const isReduced = weigh(filled(false)) > most
  const files = filled(isReduced)
  const bytes = weigh(files)
  return { version: versionOf(pages, files), bytes, fits: bytes <= most, isReduced, files }
}

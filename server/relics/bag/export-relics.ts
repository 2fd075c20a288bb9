import { createHash } from 'node:crypto'
import type { Pool } from 'pg'
import type { BagSink } from '../../bagit/bag-sink.ts'
import { BagWriter } from '../../bagit/write-bag.ts'
import type { Registry } from '../../collections/collection.ts'
import { inTransaction } from '../../db/transaction.ts'
import { dayInVietnam } from '../../http/calendar.ts'
import type { MediaMoving, MovedFile } from '../../media/moving/contract.ts'
import {
  BAG_FORMAT,
  FILES_FOLDER,
  GROUND_FOLDER,
  HISTORY_FILE,
  MEDIA_FILE,
  PLACES_FILE,
  RELICS_FILE,
  TOURS_FILE,
  type BagHistory,
  type BagMedium
} from './contract.ts'
import { readAllGround, type BagGround } from './ground-plan.ts'
import { noSuchRelics, nothingToMove } from './problems.ts'
import { findSites, readHistory, readRelics, type ReadRelics } from './queries.ts'
import { findTours, type FoundTour } from './tour-queries.ts'

/** What a bag is made with. */
export interface BagDesk {
  db: Pool
  media: MediaMoving
  registry: Registry
}

/** What went into a bag. `missing`: hashes of files that are gone or not what they were, and are not in it. */
export interface Exported {
  relics: number
  memories: number
  tours: number
  /** Titles of tours that lead past relics which were not asked for; they are not in it. */
  toursLeftOut: string[]
  /** Codes of the communes whose ground came along. */
  communes: string[]
  protected: number
  files: number
  bytes: number
  missing: string[]
}

const hashesOf = ({ original, shown, thumbnail, poster, posterOf }: BagMedium) =>
  [original, shown, thumbnail, poster, posterOf].filter((hash) => hash !== null)

/** All that is known of some relics. */
interface Content extends ReadRelics {
  tours: FoundTour[]
  ground: BagGround
  communes: string[]
  history: BagHistory
}

/** One state of the database. */
async function readAll(
  { db, registry }: Pick<BagDesk, 'db' | 'registry'>,
  slugs: readonly string[] | null
): Promise<Content> {
  return inTransaction(db, async (client) => {
    await client.query('set transaction isolation level repeatable read')
    for (const slug of slugs ?? []) {
      const found = await findSites(client, [slug])
      if (found.length === 0) throw noSuchRelics([slug])
    }
    const sites = await findSites(client, slugs)
    if (sites.length === 0) throw nothingToMove()
    const { relics, places } = await readRelics(client, sites)
    const tours = await findTours(client, sites, slugs === null)
    const communes = [...new Set(relics.flatMap(({ communeCode }) => communeCode ?? []))].sort()
    const ground = await readAllGround(client, registry, communes)
    return { relics, places, tours, communes, ground, history: await readHistory(client, sites) }
  })
}

/** Whether the bytes are here and what their name says. */
async function isWhole(media: MediaMoving, { stored, sizeBytes }: MovedFile) {
  const bytes = await media.read(stored)
  if (!bytes) return false
  const hash = createHash('sha256')
  let size = 0
  for await (const piece of bytes) {
    hash.update(piece)
    size += piece.length
  }
  return size === sizeBytes && hash.digest('hex') === stored
}

async function* bytesOf(media: MediaMoving, { stored }: MovedFile) {
  const bytes = await media.read(stored)
  if (!bytes) throw new Error(`The file ${stored} went away`)
  yield* bytes
}

/** The files that can travel: of what was made of a lost original the rest is of no use there. */
async function wholeFiles(media: MediaMoving, { relics }: ReadRelics) {
  const wanted = [...new Set(relics.flatMap(({ media }) => media.flatMap(hashesOf)))].sort()
  const found = await media.find(wanted)
  const lost = new Set(wanted.filter((hash) => !found.some(({ sha256 }) => sha256 === hash)))
  for (const file of found) {
    const isOrphan = file.madeOf !== null && lost.has(file.madeOf)
    if (isOrphan || !(await isWhole(media, file))) lost.add(file.sha256)
  }
  return { files: found.filter(({ sha256 }) => !lost.has(sha256)), missing: [...lost] }
}

const json = (value: object) => `${JSON.stringify(value, null, 1)}\n`

async function addFiles(bag: BagWriter, media: MediaMoving, files: readonly MovedFile[]) {
  const all = new Map(files.map((file) => [file.stored, file]))
  for (const file of all.values())
    await bag.addFile(`${FILES_FOLDER}/${file.stored}`, file.sizeBytes, bytesOf(media, file))
  return all.size
}

/** Media whose files are lost cannot be shown anywhere. */
const withoutLost = (relics: ReadRelics['relics'], missing: readonly string[]) =>
  relics.map((relic) => ({
    ...relic,
    media: relic.media.filter((medium) => !hashesOf(medium).some((hash) => missing.includes(hash)))
  }))

const features = (rows: readonly object[]) => json({ type: 'FeatureCollection', features: rows })

async function addTexts(
  bag: BagWriter,
  { relics, places, tours, ground, history }: Content,
  files: readonly MovedFile[]
) {
  await bag.addText(RELICS_FILE, json({ relics }))
  await bag.addText(PLACES_FILE, features(places))
  await bag.addText(TOURS_FILE, json({ tours: tours.map(({ tour }) => tour) }))
  await bag.addText(MEDIA_FILE, json({ files }))
  await bag.addText(HISTORY_FILE, json(history))
  for (const [layer, rows] of ground) await bag.addText(`${GROUND_FOLDER}/${layer}.geojson`, features(rows))
}

const infoOf = ({ relics, tours, protected: hidden, missing }: Exported) =>
  [
    ['Bag-Software-Agent', 'Địa bàn'],
    ['Bagging-Date', dayInVietnam()],
    [
      'External-Description',
      'Di tích, địa chỉ, hình ảnh, âm thanh, bản gốc, lời kể, tuyến tham quan · Relics, addresses, media, originals, memories and tours'
    ],
    ['Dia-Ban-Format', String(BAG_FORMAT)],
    ['Dia-Ban-Relics', String(relics)],
    ['Dia-Ban-Tours', String(tours)],
    [
      'Dia-Ban-Protected-Places',
      hidden === 0
        ? '0'
        : `${hidden} (vị trí chính xác, không công khai: giữ túi nơi kín · exact places that are not public: keep the bag closed)`
    ],
    ['Dia-Ban-Missing-Files', String(missing.length)]
  ] as const

/**
 * Puts relics (those of some addresses, or all) with addresses, media, originals, memories, tours and history into a bag, with what pages
 * tell their places by. Throws `Unusable` where an address is nobody's or nothing is there.
 */
export async function exportRelics(desk: BagDesk, sink: BagSink, slugs: readonly string[] | null) {
  const { media } = desk
  const read = await readAll(desk, slugs)
  const { files, missing } = await wholeFiles(media, read)
  const relics = withoutLost(read.relics, missing)
  const tours = read.tours.filter(({ isCut }) => !isCut)
  const bag = new BagWriter(sink)
  await addTexts(bag, { ...read, relics, tours }, files)
  const exported: Exported = {
    ...{ relics: relics.length, tours: tours.length, communes: read.communes },
    memories: relics.reduce((sum, relic) => sum + relic.memories.length, 0),
    toursLeftOut: read.tours.flatMap(({ tour, isCut }) => (isCut ? [tour.titleVi] : [])),
    protected: relics.filter((relic) => relic.protected).length,
    files: await addFiles(bag, media, files),
    bytes: files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
    missing
  }
  await bag.close(infoOf(exported))
  return exported
}

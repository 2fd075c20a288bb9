import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { z } from 'zod'
import type { CheckedBag } from '../../bagit/check-bag.ts'
import type { MovedFile } from '../../media/moving/contract.ts'
import {
  BAG_FORMAT,
  BagFiles,
  BagPlaces,
  BagRelics,
  BagTours,
  FILES_FOLDER,
  FORMAT_WITH_TOURS,
  GROUND_FOLDER,
  GROUND_LAYERS,
  GroundRows,
  MEDIA_FILE,
  PLACES_FILE,
  RELICS_FILE,
  TOURS_FILE,
  type BagRelic,
  type BagTour,
  type GroundLayer,
  type GroundRow
} from './contract.ts'
import type { BagGround } from './ground-plan.ts'
import { badContent, newerBag, noRelicBag } from './problems.ts'
import type { ReadRelics } from './queries.ts'

/** What a checked bag says. */
export interface BagContent extends ReadRelics {
  tours: readonly BagTour[]
  ground: BagGround
  files: MovedFile[]
  /** The bytes of a file of the bag, by the hash of what is kept. */
  bytesOf: (stored: string) => Promise<Uint8Array>
}

function requireFormat({ info }: CheckedBag): number {
  const format = info.get('Dia-Ban-Format')
  if (format === undefined || !/^\d{1,6}$/.test(format)) throw noRelicBag()
  if (Number(format) > BAG_FORMAT) throw newerBag(format)
  return Number(format)
}

async function readJson<S extends z.ZodType>(bag: CheckedBag, name: string, schema: S): Promise<z.output<S>> {
  if (!bag.files.has(`data/${name}`)) throw badContent(name, '?')
  const text = await readFile(join(bag.folder, 'data', name), 'utf8')
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw badContent(name, error instanceof Error ? error.message : String(error))
  }
  const { data, error } = schema.safeParse(value)
  const [issue] = error?.issues ?? []
  if (issue) throw badContent(name, `${issue.path.join('.')}: ${issue.message}`)
  return data as z.output<S> // parsed without an issue
}

const repeated = (names: readonly string[]) => names.find((name, index) => names.indexOf(name) !== index)

/** What is named must be there, and each address once. */
function requireSense(
  bag: CheckedBag,
  relics: readonly BagRelic[],
  { places }: ReadRelics,
  files: MovedFile[]
) {
  const slugs = relics.flatMap(({ slug, earlier }) => [slug, ...earlier.map((one) => one.slug)])
  const twice = repeated(slugs)
  if (twice !== undefined) throw badContent(RELICS_FILE, twice)
  const retold = repeated(relics.flatMap(({ memories }) => memories.map(({ id }) => id)))
  if (retold !== undefined) throw badContent(RELICS_FILE, retold)
  const known = new Set(relics.map(({ slug }) => slug))
  const stray = places.find(({ properties }) => !known.has(properties.relic))
  if (stray) throw badContent(PLACES_FILE, stray.properties.relic)
  const placed = new Set(places.map(({ properties }) => properties.relic))
  const nowhere = relics.find(({ slug }) => !placed.has(slug))
  if (nowhere) throw badContent(PLACES_FILE, nowhere.slug)
  const hashes = new Set(files.map(({ sha256 }) => sha256))
  const made = files.find(({ madeOf }) => madeOf !== null && !hashes.has(madeOf))
  if (made) throw badContent(MEDIA_FILE, made.sha256)
  const gone = files.find(({ stored }) => !bag.files.has(`data/${FILES_FOLDER}/${stored}`))
  if (gone) throw badContent(MEDIA_FILE, gone.stored)
  const named = relics.flatMap(({ media }) =>
    media.flatMap((one) => [one.original, one.shown, one.thumbnail, one.poster, one.posterOf])
  )
  const unknown = named.find((hash) => hash !== null && !hashes.has(hash))
  if (typeof unknown === 'string') throw badContent(RELICS_FILE, unknown)
}

/** A tour has an address of its own, and leads past relics of the bag, past each of them once. */
function requireWays(relics: readonly BagRelic[], tours: readonly BagTour[]) {
  const twice = repeated(tours.map(({ slug }) => slug))
  if (twice !== undefined) throw badContent(TOURS_FILE, twice)
  const known = new Set(relics.map(({ slug }) => slug))
  for (const { stops } of tours) {
    const bad = stops.find((slug) => !known.has(slug)) ?? repeated(stops)
    if (bad !== undefined) throw badContent(TOURS_FILE, bad)
  }
}

async function readGround(bag: CheckedBag): Promise<BagGround> {
  const ground = new Map<GroundLayer, GroundRow[]>()
  for (const layer of GROUND_LAYERS)
    ground.set(layer, (await readJson(bag, `${GROUND_FOLDER}/${layer}.geojson`, GroundRows)).features)
  return ground
}

/** Tours and ground, which older bags do not have. */
async function readMore(bag: CheckedBag, format: number) {
  if (format < FORMAT_WITH_TOURS) return { tours: [], ground: new Map() }
  return { tours: (await readJson(bag, TOURS_FILE, BagTours)).tours, ground: await readGround(bag) }
}

/** What a bag of relics says, by its contract. Throws `BagRefused`. */
export async function readBag(bag: CheckedBag): Promise<BagContent> {
  const format = requireFormat(bag)
  const { relics } = await readJson(bag, RELICS_FILE, BagRelics)
  const { features: places } = await readJson(bag, PLACES_FILE, BagPlaces)
  const { files } = await readJson(bag, MEDIA_FILE, BagFiles)
  requireSense(bag, relics, { relics, places }, files)
  const { tours, ground } = await readMore(bag, format)
  requireWays(relics, tours)
  const bytesOf = (stored: string) => readFile(join(bag.folder, 'data', FILES_FOLDER, stored))
  return { relics, places, tours, ground, files, bytesOf }
}

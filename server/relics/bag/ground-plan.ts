import { createHash } from 'node:crypto'
import type { Collection, Registry } from '../../collections/collection.ts'
import type { Queryable } from '../../db/pool.ts'
import { GROUND_LAYERS, type GroundLayer, type GroundRow } from './contract.ts'
import { findBordered, findTaken, marksOf, readGround, type TakenFile } from './ground-queries.ts'

/** The ground of a bag, by collection; of older bags empty. */
export type BagGround = ReadonlyMap<GroundLayer, readonly GroundRow[]>

/** What is taken in as one file: rows of one collection in one commune of which the program says the same. */
export interface GroundSet {
  collection: Collection
  commune: string
  marks: Readonly<Record<string, boolean>>
  rows: readonly GroundRow[]
  /** By which it is known again after an interruption: of all the ground of the commune, and of which part it is. */
  sha256: string
}

const groundCollection = (registry: Registry, layer: GroundLayer): Collection => {
  const collection = registry.find(layer)
  if (!collection) throw new Error(`There is no collection ${layer}`)
  return collection
}

/** All ground of some communes. */
export async function readAllGround(db: Queryable, registry: Registry, communes: readonly string[]) {
  const ground = new Map<GroundLayer, GroundRow[]>()
  for (const layer of GROUND_LAYERS)
    ground.set(layer, await readGround(db, groundCollection(registry, layer), communes))
  return ground
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')

function byMarks(collection: Collection, rows: readonly GroundRow[]) {
  const names = marksOf(collection)
  const groups = new Map<string, GroundRow[]>()
  for (const row of rows) {
    const marks = JSON.stringify(names.filter((name) => row.properties[name] === true))
    const group = groups.get(marks)
    if (group) group.push(row)
    else groups.set(marks, [row])
  }
  return [...groups]
}

/** The parts of a commune's ground in the order in which they are taken in. */
function setsOf(registry: Registry, ground: BagGround, commune: string): GroundSet[] {
  const own = GROUND_LAYERS.map((layer) => ({
    layer,
    rows: (ground.get(layer) ?? []).filter(({ properties }) => properties.commune_code === commune)
  }))
  const whole = hashOf(JSON.stringify(own))
  return own.flatMap(({ layer, rows }) => {
    const collection = groundCollection(registry, layer)
    return byMarks(collection, rows).map(([marks, some]) => ({
      ...{ collection, commune, rows: some },
      marks: Object.fromEntries((JSON.parse(marks) as string[]).map((name) => [name, true])),
      sha256: hashOf(`${whole} ${layer} ${marks}`)
    }))
  })
}

/** What is to be taken in of the ground of a bag. */
export interface GroundPlan {
  sets: GroundSet[]
  /** Imports of a take-in that was interrupted, of the same ground: they are taken back with the rest where that is refused. */
  begun: number[]
}

/** What an interruption left out of this very ground; what was taken back by hand since then stays away. */
function restOf(sets: readonly GroundSet[], taken: readonly TakenFile[]): GroundPlan {
  const border = sets.find(({ collection }) => collection.communes)?.sha256
  const first = taken.find(({ sha256, holds }) => holds && sha256 === border)
  if (!first) return { sets: [], begun: [] }
  const since = taken.filter(({ importId }) => importId >= first.importId)
  const rest = sets.filter((set) => !since.some(({ sha256 }) => sha256 === set.sha256))
  const begun = since.flatMap(({ importId, holds }) => (holds ? [importId] : []))
  return { sets: rest, begun: rest.length > 0 ? begun : [] }
}

/** What is lacking of one commune: all of it where it has no border here. */
async function lackingOf(
  db: Queryable,
  sets: readonly GroundSet[],
  isBordered: boolean
): Promise<GroundPlan> {
  const hashes = sets.map(({ sha256 }) => sha256)
  const taken = await findTaken(db, hashes)
  if (isBordered) return restOf(sets, taken)
  const held = new Set(taken.flatMap(({ sha256, holds }) => (holds ? [sha256] : [])))
  return { sets: sets.filter(({ sha256 }) => !held.has(sha256)), begun: [] }
}

/** The ground of communes that this installation does not know; a commune with a border here keeps what it has. */
export async function planGround(db: Queryable, registry: Registry, ground: BagGround): Promise<GroundPlan> {
  const communes = (ground.get('communes') ?? []).map(({ properties }) => properties.commune_code)
  const codes = [...new Set(communes)].sort()
  const bordered = await findBordered(db, codes)
  const plan: GroundPlan = { sets: [], begun: [] }
  for (const code of codes) {
    const own = await lackingOf(db, setsOf(registry, ground, code), bordered.includes(code))
    plan.sets.push(...own.sets)
    plan.begun.push(...own.begun)
  }
  return plan
}

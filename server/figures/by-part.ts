import type { CommuneDraft, Draft } from './draft.ts'
import type { Ground, VillagePart } from './ground.ts'
import { groupBy } from './group-by.ts'
import type { Source } from './sources.ts'

/** A row of counts of one part of a commune; village null: outside villages. */
export interface PartRow {
  communeCode: string
  villageCode: string | null
  importId: number
}

/** The rows of one commune, by the village they belong to. */
export interface PartsOf<Row extends PartRow> {
  ground: Ground
  rows: readonly Row[]
  rowsOf(village: VillagePart | null): readonly Row[]
}

/** Rows dealt out to the communes asked for. */
export function dealOut<Row extends PartRow>(
  grounds: readonly Ground[],
  rows: readonly Row[]
): PartsOf<Row>[] {
  const byCommune = groupBy(rows, ({ communeCode }) => communeCode)
  return grounds.map((ground) => {
    const own = byCommune.get(ground.code) ?? []
    const byVillage = groupBy(own, ({ villageCode }) => villageCode)
    return { ground, rows: own, rowsOf: (village) => byVillage.get(village?.code ?? null) ?? [] }
  })
}

/** The imports that rows stand on. */
export const sourcesOf = (rows: readonly PartRow[], ...more: readonly number[]): Source[] =>
  [...new Set([...more, ...rows.map(({ importId }) => importId)])].map((importId) => ({
    importId,
    validFrom: null
  }))

/** One commune's drafts from those of its parts. `outside` null where villages are what is counted. */
export const communeDrafts = (
  ground: Ground,
  commune: Draft,
  village: (part: VillagePart) => Draft,
  outside: Draft | null
): readonly [string, CommuneDraft] => [
  ground.code,
  { commune, villages: new Map(ground.villages.map((part) => [part.code, village(part)])), outside }
]

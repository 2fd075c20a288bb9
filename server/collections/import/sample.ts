import type { FeatureRow } from './request.ts'
import { resumed } from './row-stream.ts'

const SAMPLE_ROWS = 1000

/** The first rows of a file, looked at before anything is decided, and all rows (those first ones again). */
export interface Sampled {
  first: readonly FeatureRow[]
  rows: AsyncIterable<FeatureRow>
}

/** Reads at most 1000 rows ahead. */
export async function sampled(source: AsyncIterable<FeatureRow> | Iterable<FeatureRow>): Promise<Sampled> {
  const iterator = Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : iterate(source)
  const first: FeatureRow[] = []
  while (first.length < SAMPLE_ROWS) {
    const next = await iterator.next()
    if (next.done) break
    first.push(next.value)
  }
  return { first, rows: resumed(first, iterator, (row) => row) }
}

async function* iterate(source: Iterable<FeatureRow>) {
  yield* source
}

/** All property names of the rows, in the order in which they appear. */
export function columnsOf(rows: readonly FeatureRow[]): string[] {
  return [...new Set(rows.flatMap((row) => Object.keys(row.properties)))]
}

/** The first position of each row's geometry, where it has one that is a pair of numbers. */
export function firstPositions(rows: readonly FeatureRow[]): [number, number][] {
  return rows.flatMap(({ geometry }) => {
    let part: unknown = geometry && 'coordinates' in geometry ? geometry.coordinates : undefined
    while (Array.isArray(part) && Array.isArray(part[0])) part = part[0]
    if (!Array.isArray(part)) return []
    const [x, y]: unknown[] = part
    return typeof x === 'number' && typeof y === 'number' ? [[x, y] satisfies [number, number]] : []
  })
}

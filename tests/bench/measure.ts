/** One row of the table: a ratio against its limit. */
export interface Row {
  name: string
  ratio: number
  /** `least`: the ratio must reach it; `most`: must not pass it. */
  limit: { least: number } | { most: number }
  /** What was divided by what, with units. */
  detail: string
}

export const holds = ({ ratio, limit }: Row): boolean =>
  'least' in limit ? ratio >= limit.least : ratio <= limit.most

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  return ((sorted[Math.floor(middle)] ?? NaN) + (sorted[Math.ceil(middle) - 1] ?? NaN)) / 2
}

/** The value that so large a share (0 to 1) of the values does not pass. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN
}

/** Milliseconds that one run takes. */
export async function time(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await run()
  return performance.now() - start
}

/**
 * Medians of several measurements taken in turn, after a round that does not count: what slows the machine for a while
 * slows them all. Each measurement answers a number.
 */
export async function interleaved<Name extends string>(
  rounds: number,
  measurements: Record<Name, () => Promise<number>>
): Promise<Record<Name, number>> {
  const names = Object.keys(measurements) as Name[] // the keys of a record are its names
  const results = new Map<Name, number[]>(names.map((name) => [name, []]))
  for (let round = 0; round <= rounds; round++)
    for (const name of names) {
      const value = await measurements[name]()
      if (round > 0) results.get(name)?.push(value)
    }
  const medians = names.map((name) => [name, median(results.get(name) ?? [])])
  return Object.fromEntries(medians) as Record<Name, number> // same names, a number each
}

/**
 * Two short measurements one right after the other, again and again, each first in turn, after a round that does not
 * count: their medians and how often `other` goes into `one`.
 */
export async function paired(rounds: number, one: () => Promise<number>, other: () => Promise<number>) {
  const ones: number[] = []
  const others: number[] = []
  await one()
  await other()
  for (let round = 0; round < rounds; round++) {
    if (round % 2 === 0) ones.push(await one())
    others.push(await other())
    if (round % 2 === 1) ones.push(await one())
  }
  const medians = { one: median(ones), other: median(others) }
  return { ...medians, ratio: medians.one / medians.other }
}

/** The rows as one table on standard output. */
export function printTable(rows: readonly Row[]) {
  const width = Math.max(...rows.map(({ name }) => name.length))
  process.stdout.write(`${'row'.padEnd(width)} measured  limit   \n`)
  for (const row of rows) {
    const limit = 'least' in row.limit ? `≥ ${row.limit.least}` : `≤ ${row.limit.most}`
    const ratio = row.ratio.toFixed(2).padStart(8)
    process.stdout.write(
      `${row.name.padEnd(width)} ${ratio}  ${limit.padEnd(7)} ${holds(row) ? 'pass' : 'FAIL'}  ${row.detail}\n`
    )
  }
}

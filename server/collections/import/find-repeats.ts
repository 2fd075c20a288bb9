import { setImmediate } from 'node:timers/promises'
import { distanceM, type LngLat } from '../../figures/distance.ts'
import { MAY_BE_ONE_M } from '../contract.ts'
import { LIKENESS_WORDS, likenessOf, spellingOf, type Likeness, type Spelling } from '../likeness.ts'

/** A place as places are compared. Days are ISO, half-open; '' before all days, '~' after all. */
export interface NamedPlace extends LngLat {
  label: string
  /** What tells two of one name apart; '': nothing does. */
  apart: string
  /** What names the same thing in two files, but for its commune; null: nothing does. */
  key: string | null
  commune: string | null
  from: string
  to: string
}

/** A row of the file. */
export interface RowPlace extends NamedPlace {
  row: number
  /** A place that is there has its key: it takes that one's days and is no new thing. */
  replaces: boolean
}

/** A place that is there. */
export interface KnownPlace extends NamedPlace {
  ref: string | null
}

/** A row that may be a place that is there (`of` has a ref, maybe null) or another row of its file. */
export interface Repeat {
  row: RowPlace
  of: RowPlace | KnownPlace
  metres: number
  likeness: Likeness
}

type Compared<P> = P & { spelling: Spelling }

/** As many degrees as the metres at most are: a degree of longitude is at least 102 km in Việt Nam. */
export const CELL_DEGREES = MAY_BE_ONE_M / 102_000
/** Of more places in one cell only those with the same name are looked at: a file that knows no places puts all in one. */
const MOST_IN_CELL = 12
const MOST_OF_NAME = 8
/** So many rows are looked at before others have their turn. */
const ROWS_AT_ONCE = 100
const AROUND = [-1, 0, 1]
const LIKENESSES = Object.keys(LIKENESS_WORDS)

/** Places by cells as wide as two that may be one lie apart at most. Looking takes no longer where thousands lie in one cell. */
class Cells<P extends NamedPlace> {
  readonly #first = new Map<string, Compared<P>[]>()
  readonly #named = new Map<string, Compared<P>[]>()

  add(place: Compared<P>) {
    const cell = cellOf(place)
    put(this.#first, cell, place, MOST_IN_CELL)
    put(this.#named, nameIn(cell, place), place, MOST_OF_NAME)
  }

  around(place: Compared<NamedPlace>): Set<Compared<P>> {
    const cells = AROUND.flatMap((x) => AROUND.map((y) => cellOf(place, x, y)))
    return new Set(
      cells.flatMap((cell) => [
        ...(this.#named.get(nameIn(cell, place)) ?? []),
        ...(this.#first.get(cell) ?? [])
      ])
    )
  }
}

const cellOf = ({ lng, lat }: LngLat, x = 0, y = 0) =>
  `${Math.floor(lng / CELL_DEGREES) + x} ${Math.floor(lat / CELL_DEGREES) + y}`
const nameIn = (cell: string, { spelling, apart }: Compared<NamedPlace>) =>
  `${cell} ${apart} ${spelling.plain}`

function put<P>(lists: Map<string, P[]>, name: string, place: P, most: number) {
  const list = lists.get(name) ?? []
  if (list.length === 0) lists.set(name, list)
  if (list.length < most) list.push(place)
}

const compared = <P extends NamedPlace>(place: P): Compared<P> => ({
  ...place,
  spelling: spellingOf(place.label)
})

/** Whether both are told to be different things, or the same one: then there is nothing to ask. */
const isSettled = (one: NamedPlace, other: NamedPlace) =>
  one.apart !== other.apart ||
  one.from >= other.to ||
  other.from >= one.to ||
  (one.key !== null && one.key === other.key)

interface Like<P> {
  of: P
  metres: number
  likeness: Likeness
}

/** Surer reasons first, nearer ones among equals: distances stay below what parts two reasons. */
const unlikeliness = ({ likeness, metres }: Like<unknown>) =>
  LIKENESSES.indexOf(likeness) * 2 * MAY_BE_ONE_M + metres

/** The one of those around a row that is most likely the same place. */
function likest<P extends NamedPlace>(row: Compared<RowPlace>, others: Cells<P>) {
  let best: Like<Compared<P>> | undefined
  for (const of of others.around(row)) {
    const metres = isSettled(row, of) ? Infinity : distanceM(row, of)
    const likeness = metres > MAY_BE_ONE_M ? null : likenessOf(row.spelling, of.spelling)
    if (likeness === null) continue
    const like = { of, metres, likeness }
    if (!best || unlikeliness(like) < unlikeliness(best)) best = like
  }
  return best
}

const isSameThing = (row: RowPlace, known: KnownPlace) =>
  row.commune === known.commune || distanceM(row, known) <= MAY_BE_ONE_M

/** Without the rows that only renew a place, and the places that rows renew: these go on as the rows say. */
function unsettled(rows: readonly RowPlace[], known: readonly KnownPlace[]) {
  const keyed = new Map<string, RowPlace[]>()
  for (const row of rows) if (row.key !== null) put(keyed, row.key, row, Infinity)
  const renewing = new Set(rows.filter(({ replaces }) => replaces))
  const there = known.filter((place) => {
    const same = (keyed.get(place.key ?? '') ?? []).filter((row) => isSameThing(row, place))
    for (const row of same) renewing.add(row)
    return same.length === 0
  })
  return { there, renewing }
}

/**
 * Rows, given in their order, that would be new places though a place that is there, or an earlier row, has a like name and
 * lies near: one for each, a place that is there first. In time that grows with their number, wherever they lie.
 */
export async function findRepeats(
  rows: readonly RowPlace[],
  known: readonly KnownPlace[]
): Promise<Repeat[]> {
  const { there, renewing } = unsettled(rows, known)
  const [places, earlier] = [new Cells<KnownPlace>(), new Cells<RowPlace>()]
  for (const place of there) places.add(compared(place))
  for (const row of renewing) earlier.add(compared(row))
  const repeats: Repeat[] = []
  for (const [index, one] of rows.entries()) {
    if (index % ROWS_AT_ONCE === 0) await setImmediate()
    if (renewing.has(one)) continue
    const row = compared(one)
    const like = likest(row, places) ?? likest(row, earlier)
    if (like) repeats.push({ row: one, ...like })
    earlier.add(row)
  }
  return repeats
}

import { scaleOf, tally, type Group, type Scale } from './people.ts'

/** The operators whose maps count in a commune, in the order of their bits, and whether their silence is a no. */
export interface Heard {
  operators: readonly string[]
  /** At least one operator is expected here and every expected one delivered. */
  silenceIsNo: boolean
}

/** One part's people, counted; everything adds up over parts. */
export interface CoverCount {
  yes: number
  unknown: number
  total: number
  low: number
  high: number
  all: number
  each: readonly number[]
  /** Premises, or buildings: without an answer, in doubt at an edge, without a number of residents. */
  unknownPlaces: number
  edgePlaces: number
  uncounted: number
  /** Of the uncounted, those not proven covered, and those that may be covered: however many live there. */
  uncountedUnproven: number
  uncountedPossible: number
  /** Premises among which what a register has left is shared out. */
  shared: number
  basis: Scale['basis']
}

const covered = ({ mask }: Group) => mask !== 0
const inMap = (mask: number, bit: number) => Math.floor(mask / 2 ** bit) % 2 === 1
const blanks = (groups: readonly Group[], chosen: (group: Group) => boolean) =>
  groups.reduce((sum, group) => (chosen(group) ? sum + group.blanks : sum), 0)
const places = (groups: readonly Group[], chosen: (group: Group) => boolean) =>
  groups.reduce((sum, group) => (chosen(group) ? sum + group.count : sum), 0)

/** The three answers and the bounds of one part. `registered`: the village register's population, null if not known. */
export function countCover(groups: readonly Group[], registered: number | null, heard: Heard): CoverCount {
  const scale = scaleOf(groups, registered)
  const people = (chosen: (group: Group) => boolean) => scale.people(tally(groups, chosen))
  const unknown = (group: Group) => !covered(group) && !heard.silenceIsNo
  const near = (group: Group) => !covered(group) && heard.silenceIsNo && group.depth > 0
  const bits = heard.operators.map((_, bit) => bit)
  const safe = ({ depth }: Group) => depth === 3
  const possible = (group: Group) => group.depth > 0 || unknown(group)
  const counted = scale.uncounted === 0
  return {
    yes: people(covered),
    unknown: people(unknown),
    total: people(() => true),
    low: people(safe),
    high: people(possible),
    all: bits.length === 0 ? 0 : people(({ mask }) => bits.every((bit) => inMap(mask, bit))),
    each: bits.map((bit) => people(({ mask }) => inMap(mask, bit))),
    unknownPlaces: places(groups, unknown),
    edgePlaces: places(groups, (group) => near(group) || (covered(group) && group.depth < 3)),
    uncounted: scale.uncounted,
    uncountedUnproven: counted ? 0 : blanks(groups, (group) => !safe(group)),
    uncountedPossible: counted ? 0 : blanks(groups, possible),
    shared: scale.shared,
    basis: scale.basis
  }
}

/** The commune's count: its parts added up, operator by operator before any maximum is taken. */
export function addCounts(counts: readonly CoverCount[], heard: Heard): CoverCount {
  const sum = (pick: (count: CoverCount) => number) => counts.reduce((total, count) => total + pick(count), 0)
  const bases = counts.map(({ basis }) => basis)
  return {
    yes: sum(({ yes }) => yes),
    unknown: sum(({ unknown }) => unknown),
    total: sum(({ total }) => total),
    low: sum(({ low }) => low),
    high: sum(({ high }) => high),
    all: sum(({ all }) => all),
    each: heard.operators.map((_, bit) => sum(({ each }) => each[bit] ?? 0)),
    unknownPlaces: sum(({ unknownPlaces }) => unknownPlaces),
    edgePlaces: sum(({ edgePlaces }) => edgePlaces),
    uncounted: sum(({ uncounted }) => uncounted),
    uncountedUnproven: sum(({ uncountedUnproven }) => uncountedUnproven),
    uncountedPossible: sum(({ uncountedPossible }) => uncountedPossible),
    shared: sum(({ shared }) => shared),
    basis: bases.includes('buildings') ? 'buildings' : bases.includes('premises') ? 'premises' : 'none'
  }
}

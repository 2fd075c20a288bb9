/**
 * Premises (or buildings) of one part of a commune that stand alike: in the same operators' maps (`mask`, one bit each),
 * equally deep. `residents` sums those known; `blanks` are the premises whose residents are not, `blankHouseholds` their
 * households. `floor` (mm²) is for buildings only.
 */
export interface Group {
  communeCode: string
  villageCode: string | null
  importId: number
  mask: number
  depth: number
  count: number
  households: number
  residents: number
  blanks: number
  blankHouseholds: number
  floor: number
}

/** What is added up before anything is shared out; whole numbers, so that sums are exact in any order. */
export interface Tally {
  residents: number
  blankHouseholds: number
  floor: number
}

/**
 * Turns tallies of one part into people. `uncounted`: premises whose people cannot be told, and are in no tally's people;
 * `shared`: premises without residents among which what the register has left is shared out.
 */
export interface Scale {
  basis: 'premises' | 'buildings' | 'none'
  people(tally: Tally): number
  uncounted: number
  shared: number
}

export const tally = (groups: readonly Group[], chosen: (group: Group) => boolean = () => true): Tally => {
  const sum = { residents: 0, blankHouseholds: 0, floor: 0 }
  for (const group of groups) {
    if (!chosen(group)) continue
    sum.residents += group.residents
    sum.blankHouseholds += group.blankHouseholds
    sum.floor += group.floor
  }
  return sum
}

/**
 * How the people of a part are come by. Household points: residents as known; what the register has beyond them is shared
 * by households among the points whose residents are not known. No points: the register's people shared by floor area.
 */
export function scaleOf(groups: readonly Group[], registered: number | null): Scale {
  const whole = tally(groups)
  const blanks = groups.reduce((sum, group) => sum + group.blanks, 0)
  const nobody = { basis: 'none', people: () => 0, uncounted: 0, shared: 0 } as const
  if (groups.length === 0) return nobody
  if (whole.floor > 0) {
    if (registered === null) return nobody
    const people = ({ floor }: Tally) => registered * (floor / whole.floor)
    return { basis: 'buildings', people, uncounted: 0, shared: 0 }
  }
  const rest = registered === null ? -1 : registered - whole.residents
  if (whole.blankHouseholds > 0 && rest >= 0)
    return {
      basis: 'premises',
      people: ({ residents, blankHouseholds }) =>
        residents + rest * (blankHouseholds / whole.blankHouseholds),
      uncounted: 0,
      shared: rest > 0 ? blanks : 0
    }
  return { basis: 'premises', people: ({ residents }) => residents, uncounted: blanks, shared: 0 }
}

import type { Queryable } from '../db/pool.ts'
import type { Figure, SourceItem } from './contract.ts'
import type { Ground } from './ground.ts'
import type { ExpectedOperator, LiveMap } from './maps.ts'
import type { RankedAreas } from './members.ts'
import type { Moment } from './moment.ts'
import type { Source } from './sources.ts'

/** A figure before it is held against a target and before anything is withheld. */
export interface Draft extends Omit<Figure, 'verdict' | 'stretchVerdict' | 'sources'> {
  sources: Source[]
  /** Sources that are not imports: what was entered by hand. */
  evidence?: SourceItem[]
  /** How many households it tells of, the fewest that points or register say; null: of no one's home, or not known. */
  households: number | null
}

/** An indicator's figures of one commune. `villages` by code; `outside` null where villages are what is counted. */
export interface CommuneDraft {
  commune: Draft
  villages: ReadonlyMap<string, Draft>
  outside: Draft | null
}

/** What an indicator is asked for: communes at a moment, with the maps in force there. */
export interface Ask {
  db: Queryable
  moment: Moment
  grounds: readonly Ground[]
  areas: RankedAreas
  maps: readonly LiveMap[]
  expected: readonly ExpectedOperator[]
  /** Wifi counts as checked for so many days. */
  checkedWithinDays: number
  /** From this rate on an institution's line is a fast one. */
  fastMbps: number
}

/** What a question about one indicator may say beside its times. */
export type FigureParameter = 'operator' | 'days' | 'mbps'

/** How one computed indicator is come by; one answer for all the communes asked for, by commune code. */
export interface Calculator {
  indicator: string
  /** The parameters that mean something to it; default none. */
  takes?: readonly FigureParameter[]
  calculate(ask: Ask): Promise<ReadonlyMap<string, CommuneDraft>>
}

/** The numbers of a figure that cannot be given. */
export const NO_NUMBERS = {
  numerator: null,
  unknown: null,
  denominator: null,
  low: null,
  value: null,
  high: null
}

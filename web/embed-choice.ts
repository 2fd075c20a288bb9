import { RELIC_RANKS, type RelicChoice } from './relics/theme.ts'

/** Longer lists are cut: nobody has as many ranks or kinds. */
const MOST = 20

function listIn(query: URLSearchParams, name: string): string[] | undefined {
  const values = (query.get(name) ?? '').split(',').filter((value) => value !== '')
  return values.length > 0 ? values.slice(0, MOST) : undefined
}

/** What a frame's address asks for beside what every map's address has; `legend=no` leaves the legend out. */
export interface EmbedChoice {
  relics: RelicChoice | null
  /** Ranks that are asked for and that there are not. */
  unknownRanks: readonly string[]
  legend: boolean
}

/** Reads `rank`, `kind` (lists parted by commas) and `legend` of a query; what is not there asks for everything. */
export function embedChoice(search: string): EmbedChoice {
  const query = new URLSearchParams(search)
  const [ranks, kinds] = [listIn(query, 'rank'), listIn(query, 'kind')]
  const relics = ranks || kinds ? { ...(ranks && { ranks }), ...(kinds && { kinds }) } : null
  const unknownRanks = (ranks ?? []).filter((rank) => RELIC_RANKS.every((known) => known !== rank))
  return { relics, unknownRanks, legend: query.get('legend') !== 'no' }
}

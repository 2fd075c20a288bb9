import type { IndicatorAnswer } from '../server/plans/contract.ts'
import type { DeadSpots } from './coverage/api.ts'
import { signalStyle } from './coverage/signal-theme.ts'
import type { Look } from './map/theme.ts'
import type { VillageStyle } from './map/village-states.ts'

/** The operators that the figures name, expected or heard, by name. */
export function operatorsIn(indicators: readonly IndicatorAnswer[]): string[] {
  const named = indicators.flatMap(({ commune: { figure } }) => [
    ...(figure.operatorsExpected ?? []),
    ...(figure.operatorsHeard ?? [])
  ])
  return [...new Set(named)].sort((a, b) => a.localeCompare(b, 'vi'))
}

/** Village code → its drawing while dead spots are the question. */
export function signalStyles(villages: DeadSpots['villages'], look: Look): ReadonlyMap<string, VillageStyle> {
  return new Map(villages.map(({ code, state }) => [code, signalStyle(state, look)]))
}

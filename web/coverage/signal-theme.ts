import type { FeatureCollection, Point } from 'geojson'
import type { SignalState } from '../../server/coverage/contract.ts'
import { badge } from '../map/drawing.ts'
import { RING } from '../map/flavour.ts'
import { messages } from './messages.ts'
import { STATE_LOOKS } from './signal-states.ts'
import type { Colour, DataSource, LegendItem, Look, Theme } from '../map/theme.ts'
import { UNKNOWN_GROUND, UNKNOWN_PATTERN, UNKNOWN_STROKE, WITHHELD_PATTERN } from '../map/unknown.ts'
import type { VillageStyle } from '../map/village-states.ts'

/** Keyed by the contract's enum; light to dark as the signal gets better, so that grey print keeps the order. */
const STATES: Record<SignalState, { colour: Colour; glyph: string; hatched: boolean }> = {
  no_signal: {
    colour: { light: '#9c3d0a', dark: '#f08a4b' },
    glyph: 'M6.5 6.5l11 11M17.5 6.5l-11 11',
    hatched: false
  },
  patchy: {
    colour: { light: '#f0a868', dark: '#a8602c' },
    glyph: 'M7.5 16.5v-3M12 16.5v-5.5',
    hatched: false
  },
  covered: {
    colour: { light: '#3f88c5', dark: '#3f7fb8' },
    glyph: 'M7.5 16.5v-3M12 16.5v-6M16.5 16.5v-9',
    hatched: false
  },
  unknown: {
    colour: { light: '#f1f3f4', dark: '#2a343a' },
    glyph: 'M9.4 9.4a2.7 2.7 0 1 1 3.9 2.4c-.9.5-1.3 1-1.3 1.9M12 16.8v.1',
    hatched: true
  }
}
const STATE_INK: Record<SignalState, Colour> = {
  no_signal: { light: '#ffffff', dark: '#10181d' },
  patchy: { light: '#3b1c05', dark: '#ffffff' },
  covered: { light: '#ffffff', dark: '#ffffff' },
  unknown: { light: '#3f4b53', dark: '#c3ced4' }
}
/** In the order in which legends show them, the list's own. */
const SIGNAL_ORDER = Object.keys(STATE_LOOKS) as SignalState[] // the keys of a record over SignalState

const WITHHELD = 'withheld'
interface SignalVillage {
  code: string
  state: SignalState
  reason: string | null
}

/** Village code → its drawing while dead spots are the question. */
export const signalStyles = (villages: readonly SignalVillage[], look: Look): Map<string, VillageStyle> =>
  new Map(villages.map(({ code, state, reason }) => [code, signalStyle(state, reason, look)]))

function signalStyle(state: SignalState, reason: string | null, { flavour }: Look): VillageStyle {
  if (reason === WITHHELD)
    return { color: UNKNOWN_GROUND[flavour], hatched: false, crossed: true, className: WITHHELD }
  const { colour, hatched } = STATES[state]
  return { color: colour[flavour], hatched, className: state }
}

/** The states, and what else occurs, from the same declaration as the colours; `unknownImages` has the patterns. */
export function signalLegend(styles: ReadonlyMap<string, VillageStyle>, { flavour }: Look): LegendItem[] {
  const outline = UNKNOWN_STROKE[flavour]
  const states = SIGNAL_ORDER.map((state): LegendItem => {
    const pattern = STATES[state].hatched ? { pattern: UNKNOWN_PATTERN } : {}
    return {
      label: messages.states[state],
      swatch: { kind: 'fill', color: STATES[state].colour[flavour], outline, ...pattern }
    }
  })
  const withheld: LegendItem = {
    label: messages.table.reasons.withheld,
    swatch: { kind: 'fill', color: UNKNOWN_GROUND[flavour], outline, pattern: WITHHELD_PATTERN }
  }
  const isWithheld = [...styles.values()].some(({ className }) => className === WITHHELD)
  return isWithheld ? [...states, withheld] : states
}

export const signalSource: DataSource = { id: 'dead_spots', data: true }
interface SignalPoint {
  code: string
  name: string
  state: SignalState
  point: { lng: number; lat: number }
}
/** The points looked at, for `MapView.setData(signalSource, …)`. */
export const signalFeatures = (villages: readonly SignalPoint[]): FeatureCollection<Point> => ({
  type: 'FeatureCollection',
  features: villages.map(({ code, name, state, point }) => ({
    type: 'Feature',
    properties: { code, name, state },
    geometry: { type: 'Point', coordinates: [point.lng, point.lat] }
  }))
})

export const signalTheme: Theme = {
  id: 'dead_spots',
  title: messages.deadSpots,
  source: signalSource,
  clickable: ['icon'],
  iconHalfPx: (_, zoom) => 12 * Math.min(1, Math.max(0.55, 0.55 + ((zoom - 9) / 4) * 0.45)),
  images: ({ flavour }) =>
    Object.fromEntries(
      SIGNAL_ORDER.map((state) => [
        `coverage-signal-${state}`,
        badge({
          shape: 'circle',
          fill: STATES[state].colour[flavour],
          ring: state === 'unknown' ? STATE_INK.unknown[flavour] : RING[flavour],
          dash: state === 'unknown' ? [3, 2.6] : [],
          glyph: STATES[state].glyph,
          ink: STATE_INK[state][flavour]
        })
      ])
    ),
  layers: () => [
    {
      id: 'icon',
      band: 'finding',
      type: 'symbol',
      minzoom: 8.5,
      layout: {
        'icon-image': ['concat', 'coverage-signal-', ['get', 'state']],
        'icon-size': ['interpolate', ['linear'], ['zoom'], 9, 0.55, 13, 1],
        'icon-overlap': 'always'
      }
    }
  ],
  legend: () =>
    SIGNAL_ORDER.map((state) => ({
      label: messages.states[state],
      swatch: { kind: 'icon', image: `coverage-signal-${state}` }
    }))
}

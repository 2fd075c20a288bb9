import type { MobileTechnology } from '../../server/coverage/contract.ts'
import type { ExpressionSpecification } from 'maplibre-gl'
import { type Drawing, hatch, type Hatching } from '../map/drawing.ts'
import { byZoom, matchBy } from '../map/expressions.ts'
import type { Band, Colour, Look, Theme, ThemeLayer } from '../map/theme.ts'
import { coverageSource } from './sources.ts'

interface TechnologyLook {
  colour: Colour
  /** Width of the strokes, CSS pixels. */
  stroke: number
  /** Of the edge. */
  dash: number[]
  band: Band
}

/** Keyed by the contract's enum: a new technology does not compile until it has its colours. */
const TECHNOLOGIES: Record<MobileTechnology, TechnologyLook> = {
  '5G': { colour: { light: '#6d1b9c', dark: '#d9a8f5' }, stroke: 1.3, dash: [1, 0], band: 'coverage' },
  '4G': { colour: { light: '#57800f', dark: '#9fbf5a' }, stroke: 0.9, dash: [3, 2], band: 'coverage_below' }
}
/** The stroke of an operator's map, by its place in the list: three operators are told apart at a glance, six at a look. */
const OPERATOR_HATCHING: readonly Hatching[] = ['rising', 'falling', 'level', 'dots', 'upright', 'crossed']

const hatchingOf = (operator: string, operators: readonly string[]): Hatching =>
  OPERATOR_HATCHING[operators.indexOf(operator) % OPERATOR_HATCHING.length] ?? 'crossed'
const patternName = (technology: MobileTechnology, hatching: Hatching) => `coverage-${technology}-${hatching}`

function patterns(technology: MobileTechnology, { flavour }: Look): Record<string, Drawing> {
  const { colour, stroke } = TECHNOLOGIES[technology]
  const drawn = OPERATOR_HATCHING.map((kind) => {
    const drawing = hatch({ kind, color: colour[flavour], size: kind === 'dots' ? 12 : 10, width: stroke })
    return [patternName(technology, kind), drawing] as const
  })
  return Object.fromEntries(drawn)
}

/** At low zooms operators are dissolved into one area, which nobody in particular can be taken out of. */
const isShown = (technology: MobileTechnology, hidden: ReadonlySet<string>): ExpressionSpecification => [
  'all',
  ['==', ['get', 'technology'], technology],
  ['any', ['!', ['has', 'operator']], ['!', ['in', ['get', 'operator'], ['literal', [...hidden]]]]]
]

function claimLayers(
  technology: MobileTechnology,
  filter: ExpressionSpecification,
  pattern: Readonly<Record<string, string>>,
  { flavour }: Look
): ThemeLayer[] {
  const { colour, dash, band } = TECHNOLOGIES[technology]
  return [
    {
      id: 'fill',
      band,
      type: 'fill',
      'source-layer': 'coverage_claims',
      filter,
      paint: { 'fill-color': colour[flavour], 'fill-opacity': 0.06, 'fill-antialias': false }
    },
    {
      id: 'strokes',
      band,
      type: 'fill',
      'source-layer': 'coverage_claims',
      filter: ['all', filter, ['has', 'operator']],
      paint: {
        'fill-pattern': matchBy('operator', pattern, patternName(technology, 'crossed')),
        'fill-opacity': 0.7
      }
    },
    {
      id: 'edge',
      band,
      type: 'line',
      'source-layer': 'coverage_claims',
      filter,
      paint: {
        'line-color': colour[flavour],
        'line-width': byZoom([8, 0.8], [14, 1.8]),
        'line-dasharray': dash
      }
    }
  ]
}

/** One theme per technology: colour and edge say which, the strokes say whose. */
export function coverageTheme(
  technology: MobileTechnology,
  operators: readonly string[],
  hidden: ReadonlySet<string>
): Theme {
  const { colour, dash } = TECHNOLOGIES[technology]
  const shown = operators.filter((operator) => !hidden.has(operator))
  const pattern = Object.fromEntries(
    operators.map((name) => [name, patternName(technology, hatchingOf(name, operators))])
  )
  return {
    id: technology,
    title: { vi: `Sóng ${technology}`, en: `${technology} coverage` },
    source: coverageSource,
    images: (look) => patterns(technology, look),
    layers: (look) => claimLayers(technology, isShown(technology, hidden), pattern, look),
    legend: ({ flavour }) =>
      shown.map((operator) => ({
        label: { vi: operator, en: operator },
        swatch: {
          kind: 'fill',
          color: `${colour[flavour]}1f`,
          outline: colour[flavour],
          pattern: patternName(technology, hatchingOf(operator, operators)),
          dash: technology === '4G' ? dash : []
        }
      }))
  }
}

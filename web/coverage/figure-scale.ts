import type { Localized } from '../../server/collections/contract.ts'
import type { Figure, Reason, Target } from '../../server/plans/contract.ts'
import { messages } from './messages.ts'
import { UNKNOWN_GROUND, UNKNOWN_PATTERN, UNKNOWN_STROKE, WITHHELD_PATTERN } from '../map/unknown.ts'
import type { Colour, LegendItem, Look } from '../map/theme.ts'
import type { VillageStyle } from '../map/village-states.ts'

const { reasons } = messages.table

/** Against a target: how the village stands, and how far below when it is below. Without: fifths of a hundred. */
type AgainstTarget = 'far_below' | 'below' | 'just_below' | 'undetermined' | 'met'
const FIFTHS = ['fifth_1', 'fifth_2', 'fifth_3', 'fifth_4', 'fifth_5'] as const
type Fifth = (typeof FIFTHS)[number]
export type FigureClass = AgainstTarget | Fifth | Reason

interface ClassLook {
  colour: Colour | null
  /** Hatched: not known; crossed: known and withheld. */
  strokes: 'hatched' | 'crossed' | null
  title: Localized
}

const PATTERNS = { hatched: UNKNOWN_PATTERN, crossed: WITHHELD_PATTERN }

/** Orange to blue over pale violet: told apart with any colour vision, and by lightness alone. */
const CLASSES: Record<FigureClass, ClassLook> = {
  far_below: {
    colour: { light: '#b3521a', dark: '#f0935a' },
    strokes: null,
    title: { vi: 'Chưa đạt, dưới một nửa mục tiêu', en: 'Not met, below half the target' }
  },
  below: {
    colour: { light: '#e39350', dark: '#bf6a33' },
    strokes: null,
    title: { vi: 'Chưa đạt, từ 50% đến 80% mục tiêu', en: 'Not met, 50 to 80% of the target' }
  },
  just_below: {
    colour: { light: '#f8d5b3', dark: '#7f4c2a' },
    strokes: null,
    title: { vi: 'Chưa đạt, trên 80% mục tiêu', en: 'Not met, above 80% of the target' }
  },
  undetermined: {
    colour: { light: '#dcd5ee', dark: '#4a4166' },
    strokes: 'hatched',
    title: { vi: 'Chưa xác định', en: 'Undetermined' }
  },
  met: {
    colour: { light: '#3a7fbd', dark: '#4f9be0' },
    strokes: null,
    title: { vi: 'Đạt mục tiêu', en: 'Target met' }
  },
  fifth_1: fifth('#e3eef8', '#1b2f41', '0–20%'),
  fifth_2: fifth('#b5d3ea', '#234d6e', '20–40%'),
  fifth_3: fifth('#7fb2db', '#2f6d9c', '40–60%'),
  fifth_4: fifth('#4288c1', '#4a93c9', '60–80%'),
  fifth_5: fifth('#1c5a94', '#86c2ee', '80–100%'),
  no_data: { colour: null, strokes: 'hatched', title: reasons.no_data },
  withheld: { colour: null, strokes: 'crossed', title: reasons.withheld },
  not_applicable: { colour: null, strokes: 'hatched', title: reasons.not_applicable }
}

function fifth(light: string, dark: string, range: string): ClassLook {
  return { colour: { light, dark }, strokes: null, title: { vi: range, en: range } }
}

/** The one class of a figure. The verdict is the server's; the distance below is the value's share of the target. */
export function figureClass(
  figure: Pick<Figure, 'value' | 'verdict' | 'reason'>,
  target: Target | null
): FigureClass {
  if (figure.value === null) return figure.reason ?? 'no_data'
  if (target === null || figure.verdict === null)
    return FIFTHS[Math.min(4, Math.floor(figure.value / 20))] ?? 'fifth_1'
  if (figure.verdict !== 'not_met') return figure.verdict
  const share = target.value > 0 ? figure.value / target.value : 1
  return share < 0.5 ? 'far_below' : share <= 0.8 ? 'below' : 'just_below'
}

const styleOf = (className: FigureClass, { flavour }: Look): VillageStyle => ({
  color: (CLASSES[className].colour ?? UNKNOWN_GROUND)[flavour],
  hatched: CLASSES[className].strokes === 'hatched',
  crossed: CLASSES[className].strokes === 'crossed',
  className
})

/** Village code → its drawing, for `MapView.colorVillages`. */
export function figureStyles(
  villages: readonly { code: string; figure: Figure }[],
  target: Target | null,
  look: Look
): Map<string, VillageStyle> {
  return new Map(villages.map(({ code, figure }) => [code, styleOf(figureClass(figure, target), look)]))
}

/** The classes that occur, in the order of the scale, from the same declaration as the colours. */
export function figureLegend(styles: ReadonlyMap<string, VillageStyle>, look: Look): LegendItem[] {
  const used = new Set([...styles.values()].map(({ className }) => className))
  const classes = Object.entries(CLASSES).filter(([className]) => used.has(className))
  return classes.map(([, { colour, strokes, title }]) => ({
    label: title,
    swatch: {
      kind: 'fill',
      color: colour?.[look.flavour] ?? UNKNOWN_GROUND[look.flavour],
      outline: UNKNOWN_STROKE[look.flavour],
      ...(strokes ? { pattern: PATTERNS[strokes] } : {})
    }
  }))
}

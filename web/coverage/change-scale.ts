import type { Localized } from '../../server/collections/contract.ts'
import type { Figure } from '../../server/plans/contract.ts'
import type { Colour, LegendItem, Look } from '../map/theme.ts'
import { UNKNOWN_GROUND, UNKNOWN_PATTERN, UNKNOWN_STROKE, UNSURE_PATTERN } from '../map/unknown.ts'
import type { VillageStyle } from '../map/village-states.ts'

const STEPS = ['fall_far', 'fall', 'same', 'rise', 'rise_far'] as const
type Step = (typeof STEPS)[number]
/** `unsure`: the unknown could undo the change; `none`: no figure on one of the days. */
type ChangeClass = Step | 'unsure' | 'none'
const NONE = 'none' satisfies ChangeClass
type Compared = Pick<Figure, 'low' | 'value' | 'high' | 'unknown'>

/** Percent points: below it nothing has changed that a meeting would speak of; from the second one it leaps. */
const SMALL_POINTS = 1
const LARGE_POINTS = 10

/** Brown to teal over near-white: told apart with any colour vision, and not the colours of "met" and "not met". */
const COLOURS: Record<Step, Colour> = {
  fall_far: { light: '#8c510a', dark: '#e0a45c' },
  fall: { light: '#d9b36c', dark: '#8a5f2a' },
  same: { light: '#f2f0ea', dark: '#39434a' },
  rise: { light: '#7cc4b8', dark: '#2c7a70' },
  rise_far: { light: '#01665e', dark: '#7fd8c8' }
}
const TITLES: Record<ChangeClass, Localized> = {
  fall_far: { vi: 'Giảm từ 10 điểm %', en: 'Down 10 points or more' },
  fall: { vi: 'Giảm từ 1 đến dưới 10 điểm %', en: 'Down 1 to 10 points' },
  same: { vi: 'Thay đổi dưới 1 điểm %', en: 'Changed by less than 1 point' },
  rise: { vi: 'Tăng từ 1 đến dưới 10 điểm %', en: 'Up 1 to 10 points' },
  rise_far: { vi: 'Tăng từ 10 điểm %', en: 'Up 10 points or more' },
  unsure: { vi: 'Chưa chắc chắn: khoảng của hai ngày còn giao nhau', en: 'Not certain: the ranges overlap' },
  none: { vi: 'Không so sánh được', en: 'Cannot be compared' }
}

/** The step of a difference in percent points. */
export function changeStep(points: number): Step {
  const size = Math.abs(points)
  if (size < SMALL_POINTS) return 'same'
  const isFar = size >= LARGE_POINTS
  if (points < 0) return isFar ? 'fall_far' : 'fall'
  return isFar ? 'rise_far' : 'rise'
}

/** Percent points from the earlier to the later figure; null when either is not known. */
const pointsBetween = (before: Compared | undefined, now: Compared) =>
  now.value === null || before === undefined || before.value === null ? null : now.value - before.value

/** How a change is drawn: dotted where the unknown could undo it, hatched bare ground where nothing can be compared. */
export function changeStyle(before: Compared | undefined, now: Compared, { flavour }: Look): VillageStyle {
  const points = pointsBetween(before, now)
  if (points === null) return { color: UNKNOWN_GROUND[flavour], hatched: true, className: NONE }
  const className = changeStep(points)
  const dotted = before ? isUnsure(before, now) : true
  return { color: COLOURS[className][flavour], hatched: false, dotted, className }
}

/** Whether what is not known could make it no change, or a change where there seems to be none. */
function isUnsure(before: Compared, now: Compared): boolean {
  const hasUnknown = (now.unknown ?? 0) > 0 || (before.unknown ?? 0) > 0
  if (changeStep((now.value ?? 0) - (before.value ?? 0)) === 'same') return hasUnknown
  if (now.low === null || now.high === null || before.low === null || before.high === null) return hasUnknown
  return now.low <= before.high && now.high >= before.low
}

interface Compare {
  villages: readonly { code: string; figure: Figure }[]
  before: readonly { code: string; figure: Figure }[]
}

/** Village code → its drawing while two days are compared. A village that was not there before cannot be compared. */
export function changeStyles({ villages, before }: Compare, look: Look): Map<string, VillageStyle> {
  const earlier = new Map(before.map(({ code, figure }) => [code, figure]))
  return new Map(villages.map(({ code, figure }) => [code, changeStyle(earlier.get(code), figure, look)]))
}

/** All steps, so that both directions can be read off, and what else occurs. */
export function changeLegend(styles: ReadonlyMap<string, VillageStyle>, { flavour }: Look): LegendItem[] {
  const drawn = [...styles.values()]
  const outline = UNKNOWN_STROKE[flavour]
  const steps = STEPS.map((step) => ({
    label: TITLES[step],
    swatch: { kind: 'fill' as const, color: COLOURS[step][flavour], outline }
  }))
  const patterned = (className: 'unsure' | 'none', color: string, pattern: string): LegendItem => ({
    label: TITLES[className],
    swatch: { kind: 'fill', color, outline, pattern }
  })
  return [
    ...steps,
    ...(drawn.some(({ dotted }) => dotted)
      ? [patterned('unsure', COLOURS.same[flavour], UNSURE_PATTERN)]
      : []),
    ...(drawn.some(({ className }) => className === NONE)
      ? [patterned('none', UNKNOWN_GROUND[flavour], UNKNOWN_PATTERN)]
      : [])
  ]
}

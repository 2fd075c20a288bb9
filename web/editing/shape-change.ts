import type { PlaceShape } from '../../server/editing/contract.ts'
import type { I18n } from '../i18n/i18n.svelte.ts'
import { messages } from './messages.ts'
import { areaOf, metresBetween } from './shape/measure.ts'
import { type Corner, partsOf } from './shape/parts.ts'

const pointIn = ({ type, coordinates }: PlaceShape): Corner | undefined =>
  type === 'Point' ? (coordinates as [number, number]) : undefined // as the server keeps it

/** How a later shape differs from an earlier one, in a sentence; '': not at all. */
export function shapeChange(i18n: I18n, earlier: PlaceShape, later: PlaceShape): string {
  if (JSON.stringify(earlier) === JSON.stringify(later)) return ''
  const [from, to] = [pointIn(earlier), pointIn(later)]
  if (from && to) return i18n.t(messages.movedBy, { distance: i18n.distance(metresBetween(from, to)) })
  const [was, is] = [partsOf(earlier), partsOf(later)]
  if (!was || !is) return i18n.t(messages.moved)
  return i18n.t(messages.areaChange, { before: i18n.area(areaOf(was)), after: i18n.area(areaOf(is)) })
}

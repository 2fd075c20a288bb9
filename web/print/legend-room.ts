import type { FrameLegend } from '../map/map-image.ts'

/** Lines of the legend that stand beside the map on A4 landscape, a heading counting as two; long labels break once. */
const ROOM = 24
const LONG_LABEL = 32
const HEADING_LINES = 2

const linesOf = ({ items }: FrameLegend) =>
  items.reduce((lines, { label }) => lines + (label.length > LONG_LABEL ? 1.6 : 1), HEADING_LINES)

/** The lists that fit beside the map, in order, and those that go to a page of their own. The first always stays. */
export function shareLegend(legend: readonly FrameLegend[]) {
  let lines = 0
  const fits = legend.findIndex((list, i) => {
    lines += linesOf(list)
    return i > 0 && lines > ROOM
  })
  const end = fits < 0 ? legend.length : fits
  return { beside: legend.slice(0, end), after: legend.slice(end) }
}

const STOPS = ['peek', 'half', 'full'] as const
export type Stop = (typeof STOPS)[number]

/** The height of the sheet at each stop, CSS pixels. */
export type StopHeights = Readonly<Record<Stop, number>>

/** Distance that a flick is taken to run on: pixels per (pixel per millisecond). */
const FLICK_MS = 180

/** Peek shows the handle, the tabs and the first line; full leaves the bar at the top in sight. */
export const stopHeights = (viewport: number, topBar: number): StopHeights => ({
  peek: Math.min(176, viewport * 0.3),
  half: Math.round(viewport * 0.52),
  full: viewport - topBar
})

/** The stop nearest to where a drag that ended at `height` with `velocity` (pixels per ms, up is positive) was going. */
export function stopNear(height: number, velocity: number, heights: StopHeights): Stop {
  const aim = height + velocity * FLICK_MS
  const distance = (stop: Stop) => Math.abs(heights[stop] - aim)
  return STOPS.reduce((best, stop) => (distance(stop) < distance(best) ? stop : best))
}

/** The next stop up or down; the last one stays. */
export const stopBeside = (stop: Stop, step: 1 | -1): Stop => STOPS[STOPS.indexOf(stop) + step] ?? stop

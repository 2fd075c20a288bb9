import type { Point } from '../../map/camera.svelte.ts'
import type { DrawnIcon } from '../../map/layer-stack.ts'

/** One circle on the map that stands for several reports. */
export interface DrawnCluster {
  id: number
  at: Point
  count: number
  /** Something in it is overdue. */
  late: boolean
}

/** The circles among the icons that are drawn, each once, the largest first. */
export function clustersOf(icons: readonly DrawnIcon[]): DrawnCluster[] {
  const drawn = icons.filter(({ properties }) => properties['cluster'] === true)
  const byId = new Map(
    drawn.map(({ at, properties }) => [Number(properties['cluster_id']), { at, properties }])
  )
  return [...byId]
    .map(([id, { at, properties }]) => ({
      id,
      at,
      count: Number(properties['count']),
      late: properties['late'] === 1
    }))
    .sort((a, b) => b.count - a.count)
}

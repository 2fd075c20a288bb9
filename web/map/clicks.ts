import type { Map as MapLibreMap, MapGeoJSONFeature, MapMouseEvent, PointLike } from 'maplibre-gl'
import type { Point } from './camera.svelte.ts'
import type { LayerStack } from './layer-stack.ts'
import { VILLAGE_THEME } from './village-states.ts'

/** How far beside a small icon a finger may come down, CSS pixels. */
const TOUCH_PX = 8

/** What was clicked, for a panel to show: properties as the tile or the page's own data carry them. */
export interface ClickedFeature {
  theme: string
  /** The tile layer's collection; for the page's own data the theme's id. */
  collection: string
  id: string | number | null
  properties: Readonly<Record<string, unknown>>
  at: Point
}
/** `communeCode`: of whichever commune it is, also of a neighbour that the page does not speak of. */
export interface ClickedVillage {
  code: string
  communeCode: string
}
type Listener<T> = (value: T) => void

/** Says what was clicked: the small thing first, else the village, else nothing. */
export class Clicks {
  readonly #onVillage = new Set<Listener<ClickedVillage | null>>()
  readonly #onFeature = new Set<Listener<ClickedFeature | null>>()
  #open: Listener<Point> | undefined

  /** `null`: the click met no village. Not called when it met a smaller thing. */
  onVillage(listener: Listener<ClickedVillage | null>) {
    this.#onVillage.add(listener)
    return () => void this.#onVillage.delete(listener)
  }

  /** `null`: the click met no such thing, so an open popup may close. */
  onFeature(listener: Listener<ClickedFeature | null>) {
    this.#onFeature.add(listener)
    return () => void this.#onFeature.delete(listener)
  }

  /** `open` is told where a circle that stands for several was clicked. */
  follow(map: MapLibreMap, stack: LayerStack, open: Listener<Point>) {
    this.#open = open
    const click = map.on('click', (event) => this.#tell(hit(map, stack, event), event))
    const move = map.on('mousemove', (event) => {
      map.getCanvas().style.cursor = hit(map, stack, event) ? 'pointer' : ''
    })
    return () => [click, move].forEach((subscription) => subscription.unsubscribe())
  }

  #tell(found: Hit | undefined, { lngLat }: MapMouseEvent) {
    if (found && isCluster(found)) return this.#open?.(pointAt(found.feature, lngLat))
    const isVillage = found?.theme === VILLAGE_THEME
    const small = found && !isVillage ? clicked(found, lngLat) : null
    for (const listener of this.#onFeature) listener(small)
    if (small) return
    const village = isVillage ? villageOf(found.feature) : null
    for (const listener of this.#onVillage) listener(village)
  }
}

const villageOf = ({ properties }: MapGeoJSONFeature): ClickedVillage => ({
  code: String(properties['code']),
  communeCode: String(properties['commune_code'])
})

interface Hit {
  theme: string
  feature: MapGeoJSONFeature
}

function hit(map: MapLibreMap, stack: LayerStack, { point }: MapMouseEvent): Hit | undefined {
  const clickable = stack.clickable()
  const box: [PointLike, PointLike] = [
    [point.x - TOUCH_PX, point.y - TOUCH_PX],
    [point.x + TOUCH_PX, point.y + TOUCH_PX]
  ]
  const small = clickable.filter(({ theme }) => theme.id !== VILLAGE_THEME)
  const large = clickable.filter(({ theme }) => theme.id === VILLAGE_THEME)
  // A village is met exactly, so that the pixel beside a border decides for one side only.
  return first(map, box, small) ?? first(map, point, large)
}

function first(
  map: MapLibreMap,
  at: PointLike | [PointLike, PointLike],
  among: ReturnType<LayerStack['clickable']>
) {
  const [feature] = map.queryRenderedFeatures(at, { layers: among.map(({ layerId }) => layerId) })
  const found = among.find(({ layerId }) => layerId === feature?.layer.id)
  return feature && found ? { theme: found.theme.id, feature } : undefined
}

const clicked = ({ theme, feature }: Hit, { lng, lat }: Point): ClickedFeature => ({
  theme,
  collection: feature.sourceLayer ?? theme,
  id: feature.id ?? null,
  properties: feature.properties,
  at: pointAt(feature, { lng, lat })
})

/** MapLibre's own mark of a point that stands for several. */
const isCluster = ({ feature }: Hit) => feature.properties['cluster'] === true

/** A point's own place, else where it was clicked. */
const pointAt = ({ geometry }: MapGeoJSONFeature, { lng, lat }: Point): Point =>
  geometry.type === 'Point' ? pointOf(geometry.coordinates) : { lng, lat }

const pointOf = ([lng = 0, lat = 0]: number[]): Point => ({ lng, lat })

import type { Map as MapLibreMap } from 'maplibre-gl'

/** West, south, east, north in degrees. */
export type Bounds = readonly [number, number, number, number]
export interface Point {
  lng: number
  lat: number
}

/** CSS pixels that panels cover at each edge. */
export interface Padding {
  top: number
  right: number
  bottom: number
  left: number
}

const EQUATOR_M = 40_075_016.686
const TILE_PX = 512

/** What is seen, and where the pointer is. */
export class CameraState {
  zoom = $state(0)
  centre = $state.raw<Point>({ lng: 0, lat: 0 })
  /** Degrees clockwise from north. */
  bearing = $state(0)
  /** null before the map is ready. */
  bounds = $state.raw<Bounds | null>(null)
  /** Whether a person has moved the map, not the page. */
  moved = $state(false)
  /** null off the map. */
  pointer = $state.raw<Point | null>(null)

  /** Ground metres under one CSS pixel at the centre. */
  get metresPerPixel() {
    const shrink = Math.cos((this.centre.lat * Math.PI) / 180)
    return (EQUATOR_M * shrink) / (TILE_PX * 2 ** this.zoom)
  }

  /** Whether a place lies within what is seen, also under a panel. */
  sees({ lng, lat }: Point) {
    if (!this.bounds) return false
    const [west, south, east, north] = this.bounds
    return lng >= west && lng <= east && lat >= south && lat <= north
  }

  follow(map: MapLibreMap) {
    const read = () => this.#read(map)
    read()
    const subscriptions = [
      map.on('move', read),
      map.on('resize', read),
      map.on('movestart', ({ originalEvent }) => (this.moved ||= originalEvent !== undefined)),
      map.on('mousemove', ({ lngLat }) => (this.pointer = { lng: lngLat.lng, lat: lngLat.lat })),
      map.on('mouseout', () => (this.pointer = null))
    ]
    return () => subscriptions.forEach((subscription) => subscription.unsubscribe())
  }

  #read(map: MapLibreMap) {
    const { lng, lat } = map.getCenter()
    const bounds = map.getBounds()
    this.zoom = map.getZoom()
    this.bearing = map.getBearing()
    this.centre = { lng, lat }
    this.bounds = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()]
  }
}

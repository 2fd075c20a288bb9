import { untrack } from 'svelte'
import type { SearchHit } from '../../../server/areas/contract.ts'
import type { Place } from '../../../server/reports/contract.ts'
import type { Bounds } from '../../map/camera.svelte.ts'
import { MapView } from '../../map/map-view.svelte.ts'
import { placeOf } from './edit.ts'

const NEAR_ZOOM = 17
const DIGITS = 6
const METRES_PER_DEGREE = 111_195
/** How far an arrow key moves the place, metres. */
export const STEP_M = 2
export const LONG_STEP_M = 20

const WAYS: Readonly<Record<string, readonly [east: number, north: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1]
}

/** A place that is chosen by moving the map under a cross, by keys, by name or by its coordinates. */
export class PlacePicking {
  readonly view = new MapView()
  /** As written in the fields. */
  lat = $state('')
  lng = $state('')
  place = $state.raw<Place | null>(null)
  /** What was found by name and lies under the cross; undefined once something else does. */
  found = $state.raw<SearchHit>()
  readonly #onpick: (place: Place | null) => void

  constructor(start: Place | undefined, onpick: (place: Place | null) => void) {
    this.#onpick = onpick
    if (start) this.#write(start)
  }

  /** Follows a map that a person moves; the page's own moves choose nothing. */
  follow() {
    const { centre, moved } = this.view.camera
    if (!moved) return
    untrack(() => {
      this.found = undefined
      const [lng, lat] = [Number(centre.lng.toFixed(DIGITS)), Number(centre.lat.toFixed(DIGITS))]
      this.#choose({ lng, lat })
    })
  }

  /** Where the map stands at first: at what is chosen, else where all of `bounds` is seen. */
  begin(bounds: Bounds | undefined) {
    const { place, view } = this
    if (place) view.moves.jumpTo({ ...place, zoom: NEAR_ZOOM })
    else if (bounds) view.moves.fit(bounds, { animate: false })
  }

  /** Takes what was typed. */
  type() {
    const place = placeOf(this)
    if (place) this.#goTo(place, NEAR_ZOOM)
    else this.#choose(null)
  }

  /** Moves the place by an arrow key; false: another key. */
  nudge({ key, shiftKey }: KeyboardEvent): boolean {
    const way = WAYS[key]
    if (!way) return false
    const from = this.place ?? this.view.camera.centre
    const step = (shiftKey ? LONG_STEP_M : STEP_M) / METRES_PER_DEGREE
    const wider = Math.cos((from.lat * Math.PI) / 180)
    this.#goTo({ lng: from.lng + (way[0] * step) / wider, lat: from.lat + way[1] * step })
    return true
  }

  /** Takes the middle of what was found by its name; what has no place moves nothing. */
  take(hit: SearchHit) {
    if (!hit.bbox) return
    const [west, south, east, north] = hit.bbox
    this.view.moves.fit([west, south, east, north], { maxZoom: NEAR_ZOOM, animate: false })
    this.#goTo({ lng: (west + east) / 2, lat: (south + north) / 2 })
    this.found = hit
  }

  #goTo(place: Place, zoom = 0) {
    const { camera, moves } = this.view
    camera.moved = false
    this.found = undefined
    this.#choose(place)
    moves.jumpTo({ ...place, zoom: Math.max(zoom, camera.zoom) })
  }

  #choose(place: Place | null) {
    if (place) this.#write(place)
    else this.place = null
    this.#onpick(this.place)
  }

  #write({ lng, lat }: Place) {
    this.lng = lng.toFixed(DIGITS)
    this.lat = lat.toFixed(DIGITS)
    this.place = { lng: Number(this.lng), lat: Number(this.lat) }
  }
}

import { untrack } from 'svelte'
import type { Place } from '../../../server/reports/contract.ts'
import type { Bounds } from '../../map/camera.svelte.ts'
import type { Position } from '../../map/locator.svelte.ts'
import type { MapView } from '../../map/map-view.svelte.ts'
import { type Measured, photoPlaceOf, type ReportRecord, takenAtOf } from '../outbox/records.ts'
import type { ChosenPlace } from './report-draft.svelte.ts'

/** A position that is less exact is pointed out, and one far less is asked about. */
const WARN_M = 20
const ASK_M = 100
/** Half the side of what is seen around a place, degrees: about 220 m. */
const AROUND = 0.002
const NEAR_ZOOM = 17
const EQUATOR_M = 40_075_016.686
const TILE_PX = 512
/** CSS pixels that the circle of the accuracy may take from its middle. */
const CIRCLE_PX = 140
/** A village is seen as a whole. */
const VILLAGE_ZOOM = 15

/** The place under the pin in the middle of the map, and where it comes from. */
export class PlaceChoice {
  readonly view: MapView
  /** From an older photo; the phone's own position does not move the map then. */
  readonly #photo: Measured | null
  /** When an older photo was taken that does not say where, RFC 3339; null: there is none. */
  readonly takenElsewhere: string | null
  readonly #canDraw: boolean
  /** What was confirmed before: the report is being corrected. */
  readonly #earlier: Omit<ChosenPlace, 'villageName'> | null
  #position = $derived.by((): Position | null => {
    const position = this.view.locator.position
    return position && { lng: position.lng, lat: position.lat, accuracyM: position.accuracyM }
  })
  #wentTo = $state.raw<Place | null>(null)
  /** Chosen by name, as the middle of a village. */
  #picked = $state.raw<Place | null>(null)
  /** The map was put somewhere for the place to be looked for: there is none until somebody moves it. */
  #seeking = $state(false)

  constructor(view: MapView, record: ReportRecord | null, canDraw: boolean) {
    this.view = view
    this.#photo = record && photoPlaceOf(record)
    this.takenElsewhere = record && !this.#photo ? takenAtOf(record) : null
    const { place, placeFrom, measured = null } = record ?? {}
    this.#earlier = place && placeFrom ? { place, placeFrom, measured } : null
    this.#canDraw = canDraw
  }

  readonly moved = $derived.by(() => this.view.camera.moved)
  /** Where the phone is, for drawing; null while it is not known. */
  get position(): Position | null {
    return this.#position
  }
  /** What was measured: by the photo, else by the phone. */
  get measured(): Measured | null {
    return this.#photo ?? this.#position ?? this.#earlier?.measured ?? null
  }
  get accuracyM(): number | null {
    return this.source === 'gps' && !this.#isEarlier ? (this.#position?.accuracyM ?? null) : null
  }
  get source(): ChosenPlace['placeFrom'] | null {
    if (this.moved) return 'map'
    if (this.#seeking) return null
    if (this.#picked) return 'map'
    if (this.#wentTo) return 'gps'
    if (this.#earlier) return this.#earlier.placeFrom
    if (this.#photo) return 'photo'
    return this.#position ? 'gps' : null
  }
  /** null while nothing is known and nobody has moved the map. */
  get place(): Place | null {
    if (this.#isEarlier) return this.#earlier?.place ?? null
    switch (this.source) {
      case 'map':
        return rounded((!this.moved && this.#picked) || this.view.camera.centre)
      case 'photo':
        return this.#photo && rounded(this.#photo)
      case 'gps':
        return this.#position && rounded(this.#position)
      case null:
        return null
    }
  }
  /** The middle of a village, by its name. */
  get isPicked() {
    return this.#picked !== null && !this.moved
  }
  /** Nobody has touched what was confirmed before. */
  get #isEarlier() {
    return this.#earlier !== null && !this.moved && !this.#wentTo && !this.#picked && !this.#seeking
  }
  /** The phone's own position is that of a photo taken now, not of one that was taken some time ago. */
  get mayBeElsewhere() {
    return this.source === 'gps' && !this.#isEarlier && this.takenElsewhere !== null
  }
  /** Nobody has put the pin anywhere yet, since the map was put before him. */
  get isSeeking() {
    return this.#seeking && !this.moved
  }
  get needsLook() {
    return (this.accuracyM ?? 0) > WARN_M || this.mayBeElsewhere
  }
  get isUncertain() {
    return (this.accuracyM ?? 0) > ASK_M
  }
  /** What to show at first: where it is known to be, else the commune. */
  startBounds(commune: Bounds | null | undefined): Bounds | undefined {
    const at = this.#earlier?.place ?? this.#photo
    return at ? [at.lng - AROUND, at.lat - AROUND, at.lng + AROUND, at.lat + AROUND] : (commune ?? undefined)
  }

  /** Follows the phone's position until ended. */
  locate() {
    return untrack(() => this.view.locate())
  }

  /** The map goes where the phone is, as long as nobody has moved it. */
  follow() {
    const position = this.#position
    if (!position || !this.view.ready || this.source !== 'gps' || this.#isEarlier) return
    untrack(() => this.#show(position, Math.max(this.view.camera.zoom, zoomFor(position))))
  }

  /** Puts the pin into a village that was chosen by name. */
  pick(place: Place) {
    this.view.camera.moved = false
    this.#seeking = false
    this.#picked = place
    this.#show(place, VILLAGE_ZOOM)
  }

  /** Shows bounds in which to look for the place; what was chosen before counts no more. */
  seek(bounds: Bounds) {
    this.view.camera.moved = false
    this.#picked = null
    this.#wentTo = null
    this.#seeking = true
    this.view.moves.fit(bounds, { animate: false })
  }

  goToPosition() {
    this.view.camera.moved = false
    this.#seeking = false
    this.#picked = null
    this.#wentTo = this.#position
    if (this.#position) this.#show(this.#position, zoomFor(this.#position))
    else this.view.locate()
  }

  chosen(villageName: string | null): ChosenPlace {
    const { place, source, measured } = this
    if (!place || !source) throw new Error('no place has been chosen')
    return { place, placeFrom: source, measured, villageName }
  }

  #show({ lng, lat }: Place, zoom: number) {
    if (this.#canDraw) this.view.moves.jumpTo({ lng, lat, zoom })
  }
}

/** As near as the whole circle of the accuracy can be seen, and no nearer than a house. */
function zoomFor({ lat, accuracyM }: Position): number {
  const metresPerPixel = accuracyM / CIRCLE_PX
  const atZoom0 = (EQUATOR_M * Math.cos((lat * Math.PI) / 180)) / TILE_PX
  return Math.min(NEAR_ZOOM, Math.log2(atZoom0 / Math.max(metresPerPixel, Number.EPSILON)))
}

/** To a tenth of a metre: more digits would say more than anybody knows. */
const rounded = ({ lng, lat }: Place): Place => ({ lng: Number(lng.toFixed(6)), lat: Number(lat.toFixed(6)) })

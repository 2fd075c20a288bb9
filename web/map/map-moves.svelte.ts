import type { Map as MapLibreMap } from 'maplibre-gl'
import type { Bounds, Padding, Point } from './camera.svelte.ts'

const NO_PADDING: Padding = { top: 0, right: 0, bottom: 0, left: 0 }
/** Clear space kept around what is fitted, CSS pixels, and at most this share of the map's width. */
const MARGIN_PX = 32
const MARGIN_SHARE = 0.03

/** Moves the camera of a map of which panels cover a part. Without a map nothing moves. */
export class MapMoves {
  // Not `$state`: Svelte has no business with MapLibre's own objects.
  #map: MapLibreMap | undefined
  #padding = $state.raw(NO_PADDING)
  #foot = $state(0)

  attach(map: MapLibreMap | undefined) {
    this.#map = map
  }

  /**
   * CSS pixels that panels cover: what is fitted or flown to stays clear of them. Of the bottom, `foot` pixels are
   * covered by scale and legend only: pictures show the map there.
   */
  setPadding(padding: Partial<Padding>, foot = 0) {
    this.#padding = { ...NO_PADDING, ...padding }
    this.#foot = foot
  }

  /** What a picture of the map leaves out. */
  get pictured(): Padding {
    return { ...this.#padding, bottom: this.#padding.bottom - this.#foot }
  }

  /** The place in the middle of what panels leave free; null without a map. Follows the panels, not the camera. */
  middle(): Point | null {
    const map = this.#map
    if (!map) return null
    const { clientWidth, clientHeight } = map.getContainer()
    const [right, down] = this.#offset()
    const { lng, lat } = map.unproject([clientWidth / 2 + right, clientHeight / 2 + down])
    return { lng, lat }
  }

  /** Where a place lies, CSS pixels from the map's upper left corner; null without a map. */
  pixelOf({ lng, lat }: Point): { x: number; y: number } | null {
    return this.#map?.project([lng, lat]) ?? null
  }

  /** The edges of what panels and controls leave free, CSS pixels from the map's upper left corner. */
  get free(): Padding {
    const { clientWidth = 0, clientHeight = 0 } = this.#map?.getContainer() ?? {}
    const { top, right, bottom, left } = this.#padding
    return { top, right: clientWidth - right, bottom: clientHeight - bottom, left }
  }

  /** Shows all of `bounds`, clear of the panels. */
  fit([west, south, east, north]: Bounds, { maxZoom = 16, animate = true } = {}) {
    this.#takeSize()
    this.#map?.fitBounds([west, south, east, north], {
      padding: this.#withMargin(),
      maxZoom,
      animate,
      bearing: this.#map.getBearing()
    })
  }

  /** Brings a point into the middle of what panels leave free, never zooming out. */
  flyTo(centre: Point, zoom = 15) {
    const nearest = Math.max(zoom, this.#map?.getZoom() ?? 0)
    this.#map?.flyTo({ center: centre, zoom: nearest, offset: this.#offset() })
  }

  /** Brings a point out from under the panels, no nearer than it is; one that is seen already moves nothing. */
  keepInSight(point: Point) {
    const map = this.#map
    if (!map) return
    // A panel may have taken its part of the width just now.
    this.#takeSize()
    const { clientWidth, clientHeight } = map.getContainer()
    const { top, right, bottom, left } = this.#withMargin()
    const { x, y } = map.project([point.lng, point.lat])
    const isSeen = x > left && x < clientWidth - right && y > top && y < clientHeight - bottom
    if (!isSeen) map.easeTo({ center: [point.lng, point.lat], offset: this.#offset() })
  }

  /** Whether all of `bounds` is seen beside the panels; false without a map. */
  sees([west, south, east, north]: Bounds): boolean {
    const { top, right, bottom, left } = this.free
    return [west, east].every((lng) =>
      [south, north].every((lat) => {
        const pixel = this.pixelOf({ lng, lat })
        return pixel && pixel.x >= left && pixel.x <= right && pixel.y >= top && pixel.y <= bottom
      })
    )
  }

  /** Brings all of `bounds` out from under the panels, no nearer than it is; seen already, nothing moves. */
  keepAllInSight(bounds: Bounds) {
    if (this.#map && !this.sees(bounds)) this.fit(bounds, { maxZoom: this.#map.getZoom() })
  }

  /** Shows exactly this camera, at once, its place in the middle of what panels leave free: what the address keeps. */
  jumpTo({ lng, lat, zoom }: Point & { zoom: number }) {
    this.#takeSize()
    this.#map?.easeTo({ center: [lng, lat], zoom, offset: this.#offset(), animate: false })
  }

  zoomIn() {
    this.#zoomBy(1)
  }

  zoomOut() {
    this.#zoomBy(-1)
  }

  /** Turns north up again. */
  resetNorth() {
    this.#map?.resetNorth()
  }

  /** About the middle of what is seen: what one looks at does not slip under a panel. */
  #zoomBy(step: number) {
    const around = this.middle()
    if (this.#map && around) this.#map.easeTo({ zoom: this.#map.getZoom() + step, around })
  }

  /** From the middle of the map to the middle of what panels leave free, CSS pixels. */
  #offset(): [right: number, down: number] {
    const { top, right, bottom, left } = this.#padding
    return [(left - right) / 2, (top - bottom) / 2]
  }

  /** MapLibre learns of another size a frame later than the page that fits something into it. */
  #takeSize() {
    const map = this.#map
    const [canvas, container] = [map?.getCanvas(), map?.getContainer()]
    const isOld =
      canvas?.clientHeight !== container?.clientHeight || canvas?.clientWidth !== container?.clientWidth
    if (isOld) map?.resize()
  }

  #withMargin(): Padding {
    const { top, right, bottom, left } = this.#padding
    const margin = Math.min(MARGIN_PX, (this.#map?.getContainer().clientWidth ?? 0) * MARGIN_SHARE)
    return { top: top + margin, right: right + margin, bottom: bottom + margin, left: left + margin }
  }
}

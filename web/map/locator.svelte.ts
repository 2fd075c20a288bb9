import type { Bounds, Point } from './camera.svelte.ts'
import { metresOutside } from './distance.ts'

export type LocateProblem = 'insecure' | 'denied' | 'unavailable' | 'timeout'

/** `accuracyM`: radius that holds the true place with 95 % probability. */
export interface Position extends Point {
  accuracyM: number
}

const PROBLEMS: Record<number, LocateProblem> = { 1: 'denied', 2: 'unavailable', 3: 'timeout' }

/** Where the device is, for as long as somebody asks. */
export class Locator {
  position = $state.raw<Position | null>(null)
  problem = $state<LocateProblem | null>(null)
  searching = $state(false)
  /** The place that the map is about, and how it is called within a sentence. */
  area = $state.raw<{ bounds: Bounds; name: string } | null>(null)
  /** Metres from the device to the area's frame; 0 inside, null while either is not known. */
  readonly outsideM = $derived(
    this.position && this.area ? metresOutside(this.area.bounds, this.position) : null
  )

  /** Follows the device until the function it returns is called. Never throws: what fails stands in `problem`. */
  start() {
    this.problem = null
    // Browsers give positions to pages from https or localhost only.
    if (!window.isSecureContext || !('geolocation' in navigator)) {
      this.problem = window.isSecureContext ? 'unavailable' : 'insecure'
      return () => undefined
    }
    this.searching = true
    const watch = navigator.geolocation.watchPosition(
      ({ coords }) => this.#found(coords),
      ({ code }) => this.#failed(PROBLEMS[code] ?? 'unavailable'),
      { enableHighAccuracy: true, timeout: 20_000, maximumAge: 10_000 }
    )
    return () => {
      navigator.geolocation.clearWatch(watch)
      this.position = null
      this.searching = false
    }
  }

  #found({ longitude, latitude, accuracy }: GeolocationCoordinates) {
    this.position = { lng: longitude, lat: latitude, accuracyM: accuracy }
    this.searching = false
    this.problem = null
  }

  #failed(problem: LocateProblem) {
    this.problem = problem
    this.searching = false
  }
}

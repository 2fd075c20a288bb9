import { type Stop, type StopHeights, stopNear } from './sheet-stops.ts'

/** A finger that moves less, in pixels, has tapped. */
const TAP_PX = 6
/** The sheet follows the finger down to this share of its lowest stop. */
const LOWEST_SHARE = 0.7

interface Grip {
  /** Where the finger came down, and how high the sheet was then. */
  y: number
  height: number
  lastY: number
  lastTime: number
  /** Pixels per millisecond, up is positive. */
  velocity: number
}

/** A sheet that is pulled by its handle. */
export class SheetDrag {
  /** The height under the finger, pixels; undefined while nothing is dragged. */
  height = $state<number>()
  #grip: Grip | undefined

  grab(event: PointerEvent & { currentTarget: HTMLElement }, height: number) {
    event.currentTarget.setPointerCapture(event.pointerId)
    const { clientY: y, timeStamp } = event
    this.#grip = { y, height, lastY: y, lastTime: timeStamp, velocity: 0 }
  }

  move({ clientY, timeStamp }: PointerEvent, { peek, full }: StopHeights) {
    const grip = this.#grip
    if (!grip) return
    grip.velocity = (grip.lastY - clientY) / Math.max(1, timeStamp - grip.lastTime)
    grip.lastY = clientY
    grip.lastTime = timeStamp
    const next = grip.height + grip.y - clientY
    if (this.height === undefined && Math.abs(clientY - grip.y) < TAP_PX) return
    this.height = Math.min(full, Math.max(peek * LOWEST_SHARE, next))
  }

  /** The stop at which the sheet comes to rest; null when it was not dragged. */
  release(heights: StopHeights): Stop | null {
    const stop =
      this.#grip && this.height !== undefined ? stopNear(this.height, this.#grip.velocity, heights) : null
    this.#grip = undefined
    // The click that ends a drag still has to see that it was one.
    queueMicrotask(() => (this.height = undefined))
    return stop
  }
}

import type { Box } from '../../../server/media/contract.ts'

/** A point of a picture, as shares (0 to 1) of its width and height. */
export interface SharePoint {
  x: number
  y: number
}

/** Smaller than this share of the picture a box covers nothing; a tap draws none. */
export const SMALLEST = 0.01
/** A new box without a drag, and one step of a key. */
const NEW_SIZE = 0.16
export const KEY_STEP = 0.01

const within = (value: number, least: number, most: number) => Math.min(Math.max(value, least), most)
/** Shares to a ten-thousandth: finer than a pixel, and equal when written and read again. */
const tidy = (value: number) => Math.round(value * 10_000) / 10_000

/** The box between two corners, whichever way it was drawn, within the picture; null: too small to be meant. */
export function boxBetween(a: SharePoint, b: SharePoint): Box | null {
  const [x1, x2] = [a.x, b.x].map((x) => within(x, 0, 1)).sort((m, n) => m - n) as [number, number] // two in, two out
  const [y1, y2] = [a.y, b.y].map((y) => within(y, 0, 1)).sort((m, n) => m - n) as [number, number]
  if (x2 - x1 < SMALLEST || y2 - y1 < SMALLEST) return null
  return [tidy(x1), tidy(y1), tidy(x2 - x1), tidy(y2 - y1)]
}

/** The box moved by shares, stopped by the picture's edges. */
export const movedBox = ([x, y, width, height]: Box, dx: number, dy: number): Box => [
  tidy(within(x + dx, 0, 1 - width)),
  tidy(within(y + dy, 0, 1 - height)),
  width,
  height
]

/** The box with its lower right corner moved by shares. */
export const resizedBox = ([x, y, width, height]: Box, dx: number, dy: number): Box => [
  x,
  y,
  tidy(within(width + dx, SMALLEST, 1 - x)),
  tidy(within(height + dy, SMALLEST, 1 - y))
]

/** A box in the middle, for whoever draws with the keyboard; the next one stands a little beside. */
export function nextBox(count: number): Box {
  const at = tidy(within(0.5 - NEW_SIZE / 2 + (count % 5) * 0.04, 0, 1 - NEW_SIZE))
  return [at, at, NEW_SIZE, NEW_SIZE]
}

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-KEY_STEP, 0],
  ArrowRight: [KEY_STEP, 0],
  ArrowUp: [0, -KEY_STEP],
  ArrowDown: [0, KEY_STEP]
}

/** What a key makes of a box: arrows move it, with Shift they resize it; undefined: the key means nothing here. */
export function boxAfterKey(
  box: Box,
  { key, shiftKey }: { key: string; shiftKey: boolean }
): Box | undefined {
  const step = ARROWS[key]
  if (!step) return undefined
  return shiftKey ? resizedBox(box, ...step) : movedBox(box, ...step)
}

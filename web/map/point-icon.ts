import { atZoom, byZoom } from './expressions.ts'

/** Icons of places grow with the zoom: small enough for a whole commune, full size for a street. */
const SCALES = [
  [9, 0.5],
  [12, 0.72],
  [15, 1]
] as const
const ICON_PX = 24

/** `icon-size` of every theme of places. */
export const POINT_ICON_SIZE = byZoom(...SCALES)

/** For `Theme.iconHalfPx`. */
export const pointIconHalfPx = (_properties: Readonly<Record<string, unknown>>, zoom: number) =>
  (ICON_PX / 2) * atZoom(zoom, ...SCALES)

import type { Colour } from './theme.ts'

/** Words on the map and the edge that lifts them off what lies below. */
export const INK: Colour = { light: '#1d2b33', dark: '#e8eef1' }
export const INK_SOFT: Colour = { light: '#55636b', dark: '#a3b3bc' }
export const HALO: Colour = { light: 'rgba(255, 255, 255, 0.92)', dark: 'rgba(13, 20, 25, 0.92)' }
/** The edge of icons. */
export const RING: Colour = { light: '#ffffff', dark: '#10181d' }

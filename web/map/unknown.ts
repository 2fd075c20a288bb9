import { type Drawing, hatch } from './drawing.ts'
import type { Colour, Look } from './theme.ts'

/** "Not known" looks the same in every theme: strokes over whatever is known, over bare ground where nothing is. */
export const UNKNOWN_STROKE: Colour = { light: '#3f4b53', dark: '#c3ced4' }
export const UNKNOWN_GROUND: Colour = { light: '#f1f3f4', dark: '#2a343a' }
export const UNKNOWN_PATTERN = 'map-unknown'
const HALO: Colour = { light: 'rgb(255 255 255 / 0.9)', dark: 'rgb(16 22 26 / 0.75)' }
/** Known, but not for certain: dots, so that it is not taken for what is not known at all. */
export const UNSURE_PATTERN = 'map-unsure'

/** Known, but not told: crossed, so that it is not taken for what nobody knows, on grey paper neither. */
export const WITHHELD_PATTERN = 'map-withheld'

export const unknownImages = ({ flavour }: Look): Record<string, Drawing> => ({
  [UNKNOWN_PATTERN]: hatch({ kind: 'rising', color: UNKNOWN_STROKE[flavour], size: 8, width: 1.1 }),
  [WITHHELD_PATTERN]: hatch({ kind: 'crossed', color: UNKNOWN_STROKE[flavour], size: 10, width: 0.9 }),
  [UNSURE_PATTERN]: hatch({
    kind: 'dots',
    color: UNKNOWN_STROKE[flavour],
    size: 9,
    width: 1.3,
    halo: HALO[flavour]
  })
})

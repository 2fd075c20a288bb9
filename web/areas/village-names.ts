import type { DrawnIcon } from '../map/layer-stack.ts'
import { fromPixel, type NamedArea, placeNames, toPixel } from './name-places.ts'
import { nameSizePx, NOTES_FROM_ZOOM, type VillageLabel } from './village-name-theme.ts'
import type { VillagePoint } from './village-points.ts'

/** A line of a name is no longer than this many letters' height. */
const LINE_EM = 7.5
const LINE_HEIGHT_EM = 1.25
/** The share of a name that may be covered. While villages are small, one that is more so is left to the table. */
const READABLE = 0.12
const ALWAYS_FROM_ZOOM = 12

/** Width of a text whose letters are one pixel high. */
export type Measure = (text: string) => number

interface Seen {
  zoom: number
  icons: readonly DrawnIcon[]
  /** What stands below a village's name, by its code. */
  notes: ReadonlyMap<string, string>
}

/** Where names and figures stand at this zoom, each in its own village and clear of the icons. */
export function labelsAt(
  villages: readonly VillagePoint[],
  { zoom, icons, notes }: Seen,
  measure: Measure
): VillageLabel[] {
  const size = nameSizePx(zoom)
  const texts = villages.map(({ code, name }) => {
    const note = zoom >= NOTES_FROM_ZOOM ? notes.get(code) : undefined
    return { lines: brokenLines(name, measure), note: note ? `\n${note}` : '' }
  })
  const areas = villages.map(({ at, rings }, i): NamedArea => {
    const lines = `${texts[i]?.lines}${texts[i]?.note}`.split('\n')
    return {
      at: toPixel(at, zoom),
      rings: rings.map((ring) => ring.map((corner) => toPixel(corner, zoom))),
      width: Math.max(...lines.map(measure)) * size,
      height: lines.length * LINE_HEIGHT_EM * size
    }
  })
  const obstacles = icons.map(({ at, halfPx }) => ({ ...toPixel([at.lng, at.lat], zoom), half: halfPx }))
  return placeNames(areas, obstacles).flatMap(({ at, covered }, i) => {
    const { lines = '', note = '' } = texts[i] ?? {}
    const isReadable = covered <= READABLE || zoom >= ALWAYS_FROM_ZOOM
    return isReadable ? [{ lines, note, at: fromPixel(at, zoom) }] : []
  })
}

/** Broken at blanks, so that no line is longer than a label may be (a single long word may). */
export function brokenLines(name: string, measure: Measure): string {
  const lines = name.split(' ').reduce<string[]>((lines, word) => {
    const last = lines.at(-1)
    if (last === undefined || measure(`${last} ${word}`) > LINE_EM) return [...lines, word]
    return [...lines.slice(0, -1), `${last} ${word}`]
  }, [])
  return lines.join('\n')
}

/** Measures with the typeface of the map's names. */
export function measureNames(): Measure {
  const context = document.createElement('canvas').getContext('2d')
  if (!context) return (text) => text.length * 0.6
  context.font = "600 100px 'Be Vietnam Pro', sans-serif"
  return (text) => context.measureText(text).width / 100
}

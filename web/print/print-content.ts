import type { FrameLegend } from '../map/map-image.ts'

/** What stands on the sheet beside the map, in the language of the screen. */
export interface PrintContent {
  title: string
  subtitle: string
  legend: readonly FrameLegend[]
  /** Source and date, and that it is an illustration where it is one. */
  notes: readonly string[]
  /** The villages, written out; columns after the first stand to the right. */
  table: { caption: string; columns: readonly string[]; rows: readonly (readonly string[])[] }
}

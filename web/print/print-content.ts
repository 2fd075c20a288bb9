import type { FrameLegend } from '../map/map-image.ts'

/** Rows of words; columns after the first stand to the right unless `words` says that they are sentences. */
export interface PrintedTable {
  caption: string
  columns: readonly string[]
  rows: readonly (readonly string[])[]
  words?: boolean
}

/** What stands on the sheet beside the map, in the language of the screen. */
export interface PrintContent {
  title: string
  subtitle: string
  legend: readonly FrameLegend[]
  /** Source and date, and that it is an illustration where it is one. */
  notes: readonly string[]
  /** What the map shows, written out; each begins a page of its own. */
  tables: readonly PrintedTable[]
}

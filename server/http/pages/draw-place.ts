import type { Html } from '../html.ts'

/** A place to be drawn; degrees, WGS 84. */
export interface DrawnPlace {
  place: { lng: number; lat: number }
  /** The place is hidden: the cell in which it lies is drawn instead of a pin; `boundary`, where given, is that cell. */
  hidden?: boolean
  /** Rings of its boundary, lng before lat. */
  boundary?: readonly (readonly (readonly [number, number])[])[]
}

/** Draws a place with the ground about it, for pages without script; `title` is read aloud. */
export type DrawPlace = (place: DrawnPlace, title: string) => Promise<Html>

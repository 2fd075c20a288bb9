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

/** Places one after the other; degrees, WGS 84. */
export interface DrawnRoute {
  /** Numbered from 1. `boundary`: rings of the cell in which a hidden one lies. */
  stops: readonly Pick<DrawnPlace, 'place' | 'boundary'>[]
  /** The way between them, lng before lat; null: straight lines are drawn, and look so. */
  way: readonly (readonly [number, number])[] | null
}

/** Draws places in their order with the ground about them, for pages without script; `title` is read aloud. */
export type DrawRoute = (route: DrawnRoute, title: string) => Promise<Html>

import type { PlaceShape } from '../../../server/editing/contract.ts'
import { findCrossings } from './crossings.ts'
import { areaOf, lengthOf } from './measure.ts'
import {
  type Corner,
  cornersOf,
  isInside,
  type Parts,
  partsOf,
  type Ring,
  ringAt,
  type RingAt,
  ringsOf,
  shapeOfParts,
  withCorner,
  withMidpoint,
  withoutCorner,
  withoutRing,
  withRing
} from './parts.ts'

/** What the pointer does: it moves corners, or draws the outline of one more part or hole. */
export type DrawMode = 'reshape' | 'part' | 'hole'

const METRES_PER_DEGREE = 111_195
const START: RingAt = { part: 0, ring: 0 }

/** An area that is being drawn: every ring of it, what was done, and what can be done again. */
export class ShapeEditing {
  parts = $state.raw<Parts>([])
  /** While a corner is being dragged or an outline drawn, as it is at the moment. */
  live = $state.raw<Parts>()
  /** An outline is begun and not closed: it is in no part yet. */
  isOpen = $state(false)
  #mode = $state<DrawMode>('reshape')
  /** The ring whose corners can be moved. */
  at = $state.raw<RingAt>(START)
  /** The corner that keys move. */
  corner = $state(0)
  /** Corners snap to what lies near. */
  snaps = $state(true)
  /** The hole that was drawn lies in no part. */
  astray = $state(false)
  #past = $state.raw<readonly Parts[]>([])
  #future = $state.raw<readonly Parts[]>([])
  readonly #type: PlaceShape['type'] | undefined
  readonly #onchange: (shape: PlaceShape | null) => void

  /** `onchange` is told of each finished step; null: nothing is drawn. */
  constructor(start: PlaceShape | null, onchange: (shape: PlaceShape | null) => void) {
    this.#type = start?.type
    this.#onchange = onchange
    this.parts = partsOf(start) ?? []
    if (this.parts.length === 0) this.#mode = 'part'
  }

  readonly shown = $derived(this.live ?? this.parts)
  readonly areaM2 = $derived(areaOf(this.shown))
  readonly lengthM = $derived(lengthOf(this.shown))
  readonly crossings = $derived(findCrossings(this.shown))
  readonly ring = $derived(ringAt(this.parts, this.at) ?? [])
  readonly place = $derived<Corner | undefined>(this.ring[this.corner])

  get mode() {
    return this.#mode
  }

  /** Drawn from here on; an outline that was begun is given up. */
  set mode(mode: DrawMode) {
    this.#mode = mode
    this.sketch([])
  }

  get canUndo() {
    return this.#past.length > 0
  }

  get canRedo() {
    return this.#future.length > 0
  }

  /** Takes a shape from elsewhere as one more step. */
  take(shape: PlaceShape | null) {
    const parts = partsOf(shape)
    if (parts && JSON.stringify(parts) !== JSON.stringify(this.parts)) this.#step(parts)
  }

  undo() {
    const before = this.#past.at(-1)
    if (!before) return
    this.#future = [...this.#future, this.parts]
    this.#past = this.#past.slice(0, -1)
    this.#put(before)
  }

  redo() {
    const next = this.#future.at(-1)
    if (!next) return
    this.#past = [...this.#past, this.parts]
    this.#future = this.#future.slice(0, -1)
    this.#put(next)
  }

  choose(at: RingAt) {
    this.at = at
    this.corner = 0
  }

  /** To the corner `by` further on, around the ring. */
  walk(by: number) {
    const count = cornersOf(this.ring).length
    if (count > 0) this.corner = (this.corner + by + count) % count
  }

  /** A corner is being dragged: the ring as it is at the moment. */
  drag(at: RingAt, ring: Ring) {
    this.live = withRing(this.parts, at, ring)
  }

  /** The outline that is being drawn, as it is at the moment, counted as what it will be; without corners there is none. */
  sketch(corners: Ring) {
    this.isOpen = corners.length > 0
    const ring = corners.filter((corner, i) => i === 0 || String(corner) !== String(corners[i - 1]))
    this.live = cornersOf(ring).length > 2 ? this.#joined(ring) : undefined
  }

  /** The ring as the pointer left it. */
  replace(at: RingAt, ring: Ring) {
    const moved = ring.findIndex((corner, i) => String(corner) !== String(this.ring[i]))
    if (moved >= 0 && moved < ring.length - 1) this.corner = moved
    this.#step(withRing(this.parts, at, ring))
  }

  /** The outline that was drawn: one more part, or a hole of the part in which it begins. */
  add(ring: Ring) {
    const parts = this.#joined(ring)
    this.astray = parts === undefined
    if (!parts) return this.#put(this.parts)
    this.#step(parts)
    const added = ringsOf(parts).find(({ corners }) => corners === ring)
    if (added) this.choose(added.at)
  }

  /** With a ring as one more part, or as a hole of the part in which it begins; undefined: it begins in none. */
  #joined(ring: Ring): Parts | undefined {
    if (this.mode !== 'hole') return [...this.parts, [ring]]
    const part = this.parts.findIndex(([outline]) => outline && isInside(ring[0]!, outline))
    if (part < 0) return undefined
    return this.parts.map((rings, i) => (i === part ? [...rings, ring] : rings))
  }

  /** Takes away the chosen hole, or the chosen part with its holes. */
  remove() {
    this.#step(withoutRing(this.parts, this.at))
  }

  moveTo(corner: Corner) {
    this.#step(withRing(this.parts, this.at, withCorner(this.ring, this.corner, corner)))
  }

  /** Moves the corner by metres to the east and to the north. */
  nudge(eastM: number, northM: number) {
    if (!this.place) return
    const [lng, lat] = this.place
    const wide = METRES_PER_DEGREE * Math.cos((lat * Math.PI) / 180)
    this.moveTo([lng + eastM / wide, lat + northM / METRES_PER_DEGREE])
  }

  /** One more corner, half way to the next. */
  insert() {
    this.#step(withRing(this.parts, this.at, withMidpoint(this.ring, this.corner)))
    this.walk(1)
  }

  get canDrop() {
    return withoutCorner(this.ring, this.corner) !== null
  }

  drop() {
    const ring = withoutCorner(this.ring, this.corner)
    if (ring) this.#step(withRing(this.parts, this.at, ring))
  }

  #step(parts: Parts) {
    this.#past = [...this.#past, this.parts]
    this.#future = []
    this.#put(parts)
  }

  /** What is no longer there is not chosen. */
  #put(parts: Parts) {
    this.parts = parts
    if (!ringAt(parts, this.at)) this.choose(START)
    this.corner = Math.min(this.corner, Math.max(0, cornersOf(this.ring).length - 1))
    this.mode = parts.length > 0 ? 'reshape' : 'part'
    this.#onchange(shapeOfParts(parts, this.#type))
  }
}

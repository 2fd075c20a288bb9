import { expect, test } from 'vitest'
import type { PlaceShape } from '../../../server/editing/contract.ts'
import type { Ring } from './parts.ts'
import { ShapeEditing } from './shape-editing.svelte.ts'

const square = (x: number, side: number): Ring => [
  [x, 0],
  [x + side, 0],
  [x + side, side],
  [x, side],
  [x, 0]
]
const kept: PlaceShape = { type: 'Polygon', coordinates: [square(0, 1)] }

test('an outline that is given up is neither counted nor open', () => {
  const editing = new ShapeEditing(kept, () => undefined)
  const { areaM2 } = editing
  editing.mode = 'part'
  editing.sketch(square(3, 1))
  expect([editing.isOpen, editing.areaM2 > areaM2]).toEqual([true, true])
  editing.mode = 'reshape'
  expect([editing.isOpen, editing.areaM2]).toEqual([false, areaM2])
})

test('two corners are open already, and a closed outline is not', () => {
  let told: PlaceShape | null = null
  const editing = new ShapeEditing(null, (shape) => (told = shape))
  editing.sketch(square(0, 1).slice(0, 2))
  expect([editing.isOpen, editing.shown]).toEqual([true, []])
  editing.add(square(0, 1))
  expect([editing.isOpen, told]).toEqual([false, kept])
})

import { expect, test } from 'vitest'
import { boxAfterKey, boxBetween, movedBox, nextBox, resizedBox } from './boxes.ts'

test('a box may be drawn from any corner, and ends at the picture’s edge', () => {
  const drawn = [0.2, 0.3, 0.4, 0.5]
  expect(boxBetween({ x: 0.2, y: 0.3 }, { x: 0.6, y: 0.8 })).toEqual(drawn)
  expect(boxBetween({ x: 0.6, y: 0.8 }, { x: 0.2, y: 0.3 })).toEqual(drawn)
  expect(boxBetween({ x: 0.9, y: 0.9 }, { x: 1.7, y: 2 })).toEqual([0.9, 0.9, 0.1, 0.1])
})

test('a tap draws nothing', () => {
  expect(boxBetween({ x: 0.5, y: 0.5 }, { x: 0.501, y: 0.6 })).toBeNull()
})

test('a box stays within the picture', () => {
  expect(movedBox([0.9, 0.1, 0.1, 0.1], 0.5, -0.5)).toEqual([0.9, 0, 0.1, 0.1])
  expect(resizedBox([0.8, 0.8, 0.1, 0.1], 0.5, -0.5)).toEqual([0.8, 0.8, 0.2, 0.01])
})

test('keys move and resize; others mean nothing', () => {
  const box = [0.5, 0.5, 0.1, 0.1] as [number, number, number, number]
  expect(boxAfterKey(box, { key: 'ArrowLeft', shiftKey: false })).toEqual([0.49, 0.5, 0.1, 0.1])
  expect(boxAfterKey(box, { key: 'ArrowDown', shiftKey: true })).toEqual([0.5, 0.5, 0.1, 0.11])
  expect(boxAfterKey(box, { key: 'a', shiftKey: false })).toBeUndefined()
})

test('boxes that are added one after another do not cover one another exactly', () => {
  expect(nextBox(0)).not.toEqual(nextBox(1))
})

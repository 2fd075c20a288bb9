import { expect, test } from 'vitest'
import { unplacedPeople } from './unplaced.ts'

test('people of a register are added up; what no register says adds nothing', () => {
  const villages = [
    { population: 100, households: 30 },
    { population: 41, households: null },
    { population: null, households: 12 },
    { population: 0, households: 0 }
  ]

  expect(unplacedPeople(villages)).toBe(141)
})

test('the register of a village of fewer than five households cannot be read off', () => {
  expect(unplacedPeople([{ population: 3, households: 1 }])).toBe(50)
  expect(unplacedPeople([{ population: 19, households: 4 }])).toBe(50)
  expect(unplacedPeople([{ population: 4, households: null }])).toBe(50)
})

import { expect, test } from 'vitest'
import { placeOf } from './place.ts'

test('is an IPv4 address, also where it is written as IPv6', () => {
  expect([placeOf('10.1.2.3'), placeOf('::ffff:10.1.2.3')]).toEqual(['10.1.2.3', '10.1.2.3'])
})

test('is the first half of an IPv6 address', () => {
  expect(placeOf('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2::/64')
  expect(placeOf('2001:db8::6')).toBe('2001:db8:0:0::/64')
  expect(placeOf('::1')).toBe('0:0:0:0::/64')
})

import { expect, test } from 'vitest'
import { likenessOf, spellingOf } from './likeness.ts'

test.each([
  ['Nhà văn hóa thôn Đông', 'Nhà văn hóa thôn Đông', 'same'],
  ['Nhà văn hóa thôn Đông', 'NHA VAN HOA THON DONG', 'marks'],
  ['Đình Phú Thịnh', 'Đình Phú Thịnh (cũ)', 'within'],
  ['Nhà văn hóa thôn Đông', 'NVH Đông', 'within'],
  ['Trạm y tế xã Xuân Hưng', 'Trạm y tế xã Xuân Hưnng', 'letters']
])('%s and %s are alike: %s', (one, other, why) =>
  expect(likenessOf(spellingOf(one), spellingOf(other))).toBe(why)
)

test.each([
  ['Nhà văn hóa thôn 1', 'Nhà văn hóa thôn 2'],
  ['Xóm II', 'Xóm III'],
  ['Nhà văn hóa thôn Đông', 'Nhà văn hóa thôn Tây'],
  ['Đền Cả', 'Đền Hạ'],
  ['Trường Tiểu học A', 'Trạm y tế']
])('%s and %s are two', (one, other) => expect(likenessOf(spellingOf(one), spellingOf(other))).toBeNull())

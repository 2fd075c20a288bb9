import { describe, expect, test } from 'vitest'
import { parseCoordinate } from './parse-coordinates.ts'
import { parseDay } from './parse-dates.ts'
import { numberStyle, parseNumber, readMarked } from './parse-numbers.ts'
import { convertText, recogniseEncoding } from './recognise-encoding.ts'
import { bareWord } from './words.ts'

test.each([
  ['5,8', 5.8],
  ['5.8', 5.8],
  ['1.234,5', 1234.5],
  ['1,234.5', 1234.5],
  ['1.234', 1.234],
  ['-3', -3],
  ['abc', null],
  ['', null],
  ['NaN', null],
  ['Infinity', null]
])('number %s', (text, value) => expect(parseNumber(text)).toBe(value))

test('a group of three is thousands in a whole number', () => {
  expect(parseNumber('1.234', true)).toBe(1234)
  expect(parseNumber('12,345', true)).toBe(12345)
})

describe('1.000 is thousands or decimals', () => {
  const read = (text: string, column: unknown[], others: unknown[] = []) =>
    readMarked(text, numberStyle([text, ...column], others))
  test.each<[string, unknown[], unknown[], unknown]>([
    ['1.000', ['0,5'], [], 1000],
    ['1,000', ['0,5'], [], 1],
    ['1.000', ['0.5'], [], 1],
    ['1,000', ['2.5'], [], 1000],
    ['1.234', ['1.234.567'], [], 1234],
    ['1.000', ['100', '500'], [], 1000],
    ['1.000', [], ['105,02'], 1000],
    ['1.000', [], ['105.02'], { either: [1000, 1] }],
    ['1.234', ['100'], [], { either: [1234, 1.234] }],
    ['1.000', ['2,5', '2.5'], [], { either: [1000, 1] }],
    ['1.000', [300], [], { either: [1000, 1] }],
    ['0.500', [], [], null],
    ['1000.500', [], [], null],
    ['1.5', [], [], null]
  ])('%s beside %j and %j', (text, column, others, value) =>
    expect(read(text, column, others)).toEqual(value)
  )
})

test.each([
  ['01/04/2026', '2026-04-01'],
  ['1.4.2026', '2026-04-01'],
  ['2026-04-01', '2026-04-01'],
  ['2026/04/01', '2026-04-01'],
  ['2026-04-01T00:00:00', '2026-04-01'],
  ['ngày 1 tháng 4 năm 2026', '2026-04-01'],
  ['31/02/2026', null],
  ['04/13/2026', null],
  ['hôm qua', null]
])('day %s', (text, day) => expect(parseDay(text)).toBe(day))

test.each([
  ['22°37\'7.40"N', 22.618722],
  ['106° 6\'4.68"E', 106.1013],
  ['106°06′04,68″Đ', 106.1013],
  ['18 20 24 B', 18.34],
  ['18 20 24', 18.34],
  ['106 6 4.68', 106.1013],
  ['105 30,5', 105.508333],
  ['18 60 24', null],
  ['2 028 567,4', 2028567.4],
  ['542 080', 542080],
  ['N 18.34', 18.34],
  ['18.34°', 18.34],
  ['22,618722', 22.618722],
  ['10°75\'0"', null],
  ['abc', null]
])('coordinate %s', (text, value) => {
  if (value === null) expect(parseCoordinate(text)).toBeNull()
  else expect(parseCoordinate(text)).toBeCloseTo(value, 5)
})

test('names are compared without case, diacritics and punctuation', () => {
  expect(bareWord('Mã_Xã')).toBe('maxa')
  expect(bareWord('ĐƯỜNG')).toBe('duong')
})

test.each([
  ['tcvn3', 'Ph­êng Thµnh Sen', 'Phường Thành Sen'],
  ['vni', 'Phöôøng Thaønh Sen', 'Phường Thành Sen']
] as const)('bytes in %s are recognised and converted', (encoding, raw, text) => {
  expect(recogniseEncoding([raw], true)).toBe(encoding)
  expect(convertText(raw, encoding, true)).toBe(text)
})

test('Windows-1258 has its tone marks apart', () => {
  const raw = Buffer.from([
    0x54, 0x68, 0xf4, 0x6e, 0x20, 0x4c, 0xf4, 0xf2, 0x63, 0x20, 0x42, 0xec, 0x6e, 0x68
  ]).toString('latin1')
  expect(convertText(raw, 'cp1258', true)).toBe('Thôn Lộc B\u0301nh'.normalize('NFC'))
})

test('UTF-8 bytes and Unicode text are left as they are', () => {
  const raw = Buffer.from('Xã Đông Kinh').toString('latin1')
  expect(recogniseEncoding([raw], true)).toBe('utf8')
  expect(convertText(raw, 'utf8', true)).toBe('Xã Đông Kinh')
  expect(recogniseEncoding(['Xã Đông Kinh', 'Hà Nội'], false)).toBe('utf8')
  expect(recogniseEncoding(['Lai Cách', 'Hà Nam', 'Bá Thuý'], false)).toBe('utf8')
  expect(recogniseEncoding(['Ha Noi'], true)).toBeUndefined()
})

test('capitals that TCVN3 cannot write come back in names', () => {
  expect(convertText('Ph­êng Vòng ¸ng', 'tcvn3', true)).toBe('Phường Vũng Áng')
})

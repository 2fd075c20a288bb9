import { describe, expect, test } from 'vitest'
import { registry } from '../../themes.ts'
import { importFields, type Field } from '../collection.ts'
import { findCoordinates } from './coordinate-columns.ts'
import { matchColumns } from './match-columns.ts'

/** Every way a field's column may be headed. */
const headings = ({ name, aliases = [], title }: Field) => [
  ...new Set([name, ...aliases, title.vi, title.en])
]

const collections = registry.importable.map(
  (collection) => [collection.id, importFields(collection)] as const
)

describe('a unit behind a heading', () => {
  const match = (id: string, ...columns: string[]) => {
    const fields = collections.find(([own]) => own === id)?.[1] ?? []
    const set = Object.fromEntries(fields.filter(({ required }) => required).map(({ name }) => [name, 'x']))
    return matchColumns(fields, columns, { set })
  }

  test('is no part of the name', () => {
    expect(match('villages', 'Dân số (người)').columns).toEqual({ population: 'Dân số (người)' })
    expect(match('institutions', 'TỐC ĐỘ (Mbps)').columns).toEqual({ line_mbps: 'TỐC ĐỘ (Mbps)' })
    expect(match('villages', 'Dân số (người)', 'Số dân').columns).toEqual({ population: 'Số dân' })
    const [x, y] = ['Tọa độ X(m)', 'Tọa độ Y(m)']
    expect(findCoordinates([x, y])).toEqual({ x, y, degrees: false })
  })

  test.each([
    ['institutions', 'Tốc độ (Gbps)'],
    ['villages', 'Dân số (nữ)']
  ])('of %s that makes another number stays: %s', (id, column) => {
    expect(match(id, column)).toEqual({ columns: {}, unused: [column] })
  })
})

describe.each(collections)('columns of %s', (_, fields) => {
  test.each(fields.map((field) => [field.name, field] as const))(
    '%s, under each of its names',
    (name, field) => {
      const others = fields.filter((other) => other.required && other !== field)
      const set = Object.fromEntries(others.map((other) => [other.name, 'x']))
      for (const heading of headings(field))
        for (const column of [heading, heading.toUpperCase(), heading.normalize('NFD')])
          expect(matchColumns(fields, [column], { set }), column).toMatchObject({
            columns: { [name]: column },
            unused: []
          })
    }
  )

  test('in a shapefile, of names cut at ten characters', () => {
    const cut = fields.map(({ name, shortName = name }) => shortName.slice(0, 10))
    const expected = Object.fromEntries(fields.map(({ name }, index) => [name, cut[index]]))
    expect(matchColumns(fields, cut).columns).toEqual(expected)
  })

  test('no name is another field’s too', () => {
    const names = fields.map(headings)
    const most = Math.max(...names.map(({ length }) => length))
    for (let turn = 0; turn < most; turn++) {
      const columns = names.map((own) => own[turn % own.length] ?? '')
      const expected = Object.fromEntries(fields.map((field, index) => [field.name, columns[index]]))
      expect(matchColumns(fields, columns).columns).toEqual(expected)
    }
  })
})

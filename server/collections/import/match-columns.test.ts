import { describe, expect, test } from 'vitest'
import { registry } from '../../themes.ts'
import { importFields, type Field } from '../collection.ts'
import { matchColumns } from './match-columns.ts'

/** Every way a field's column may be headed. */
const headings = ({ name, aliases = [], title }: Field) => [
  ...new Set([name, ...aliases, title.vi, title.en])
]

const collections = registry.importable.map(
  (collection) => [collection.id, importFields(collection)] as const
)

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

import type { Pool } from 'pg'
import { importFields, type Collection, type Field, type Registry } from '../collection.ts'
import type { Localized } from '../contract.ts'
import type { ImportRequest } from './request.ts'
import { identifier } from './table-columns.ts'
import { bareWord } from './words.ts'

/** Names of a list that is kept as a collection, the oldest first. */
const listed = ({ table, label = 'ref' }: Collection) => `
  select t.${identifier(label)} as name from ${identifier(table)} t
   where t.known_to = 'infinity' and t.${identifier(label)} is not null group by 1 order by min(t.origin_id)`

/** Names that deliveries have come under, the oldest first. */
const DELIVERED = `
  select d.operator as name from delivery d join import i on i.id = d.import_id
   where i.undone_at is null group by 1 order by min(d.id)`

/**
 * Names as this program writes them already: the same name in other letters (`VIETTEL`, `viettel`) is one name, and is
 * written as in the list that its field is `namedIn`, else as in an earlier delivery, else as first in the file.
 */
export class Spellings {
  readonly #fields: readonly Field[]
  readonly #known = new Set<string>()
  readonly #byWord = new Map<string, string>()
  readonly #registered = new Set<string>()
  readonly #respelt = new Map<string, string>()
  readonly #unregistered = new Set<string>()

  private constructor(fields: readonly Field[]) {
    this.#fields = fields
  }

  /** The names that are known now, for those fields of a collection that take names of a list. */
  static async open(db: Pool, registry: Registry, collection: Collection) {
    const spellings = new Spellings(importFields(collection).filter(({ namedIn }) => namedIn !== undefined))
    const list = registry.find(spellings.#fields[0]?.namedIn ?? '')
    if (!list) return spellings
    const { rows: registered } = await db.query<{ name: string }>(listed(list))
    const { rows: delivered } = await db.query<{ name: string }>(DELIVERED)
    for (const { name } of registered) spellings.#registered.add(name)
    for (const { name } of [...registered, ...delivered]) spellings.#learn(name)
    return spellings
  }

  #learn(name: string) {
    const word = bareWord(name)
    this.#known.add(name)
    if (word !== '' && !this.#byWord.has(word)) this.#byWord.set(word, name)
  }

  /** A field's value as it is written here; values of other fields, and other than texts, stay as they are. */
  spell<T>(field: Field, value: T | string): T | string {
    if (field.namedIn === undefined || typeof value !== 'string') return value
    const spelling = this.#known.has(value) ? value : this.#byWord.get(bareWord(value))
    if (spelling === undefined) this.#learn(value)
    else if (spelling !== value) this.#respelt.set(value, spelling)
    const name = spelling ?? value
    if (!this.#registered.has(name)) this.#unregistered.add(name)
    return name
  }

  /** The request with the names of its --set as they are written here. */
  inSet(request: ImportRequest): ImportRequest {
    const named = this.#fields.flatMap((field) => {
      const text = request.set?.[field.name]
      return text ? [[field.name, this.spell(field, text)] as const] : []
    })
    return named.length === 0
      ? request
      : { ...request, set: { ...request.set, ...Object.fromEntries(named) } }
  }

  /** What the report says of names that came in other letters, and of those that are not in the list. */
  notes(collection: Collection): Localized[] {
    const respelt = [...this.#respelt].map(([given, known]) => ({
      vi: `«${given}» được ghi là «${known}», như đã có trong dữ liệu.`,
      en: `«${given}» was written as «${known}», as the data has it already.`
    }))
    const list = this.#fields[0]?.namedIn
    return list === collection.id
      ? respelt
      : [...respelt, ...[...this.#unregistered].map((name) => unregisteredNote(name, list))]
  }
}

const unregisteredNote = (name: string, list = '') => ({
  vi: `«${name}» chưa có trong danh sách ${list}. Nếu đây là một tên đã có mà viết khác đi, hãy gỡ lần nạp này, sửa tên rồi nạp lại; nếu là tên mới, hãy nạp vào danh sách: npm run import -- ${list} TỆP.`,
  en: `«${name}» is not in the list ${list}. If it is another way to write a name that is there, undo this import, mend the name and import again; if it is new, add it to the list: npm run import -- ${list} FILE.`
})

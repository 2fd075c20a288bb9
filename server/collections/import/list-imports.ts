import type { Queryable } from '../../db/pool.ts'
import { writtenDay } from '../../http/calendar.ts'
import type { Language } from './arguments.ts'

/** Whose map of which technology, from which ISO day, and the codes of the communes it speaks for. */
export interface ListedDelivery {
  operator: string
  technology: string
  validFrom: string
  communes: string[]
}

export interface ListedImport {
  id: number
  collection: string
  title: string
  communeCode: string | null
  rowsIn: number
  rowsRefused: number
  publishedAt: Date
  undoneAt: Date | null
  /** What it delivered, where its rows come as deliveries; else none. */
  deliveries: ListedDelivery[]
}

const LIST = `
  select id, collection, title, commune_code as "communeCode", rows_in as "rowsIn", rows_refused as "rowsRefused",
         published_at as "publishedAt", undone_at as "undoneAt",
         coalesce((select json_agg(json_build_object('operator', d.operator, 'technology', d.technology,
                                                     'validFrom', d.valid_from::text, 'communes', d.commune_codes)
                                   order by d.operator, d.technology, d.valid_from)
                     from delivery d where d.import_id = import.id), '[]') as deliveries
    from import order by id`

/** Every import, the undone ones too, oldest first. */
export async function listImports(db: Queryable): Promise<ListedImport[]> {
  return (await db.query<ListedImport>(LIST)).rows
}

/** More than these are counted, so that an import stays on its line. */
const MOST_DELIVERIES = 5
const MOST_COMMUNES = 10

const WORDS = {
  vi: {
    none: 'Chưa có lần nạp nào.',
    rows: 'dòng',
    undone: 'đã gỡ',
    from: 'từ',
    for: 'cho xã',
    noOne: 'không nói thay xã nào'
  },
  en: {
    none: 'Nothing has been imported yet.',
    rows: 'rows',
    undone: 'undone',
    from: 'from',
    for: 'for',
    noOne: 'speaks for no commune'
  }
}

const firstOf = (items: readonly string[], most: number, mark: string) =>
  items.slice(0, most).join(mark) + (items.length > most ? `${mark}+${items.length - most}` : '')

function deliveryText({ operator, technology, validFrom, communes }: ListedDelivery, language: Language) {
  const words = WORDS[language]
  const day = language === 'vi' ? writtenDay(validFrom) : validFrom
  const place = communes.length > 0 ? `${words.for} ${firstOf(communes, MOST_COMMUNES, ', ')}` : words.noOne
  return `${operator} ${technology} ${words.from} ${day} ${place}`
}

function deliveriesText(deliveries: readonly ListedDelivery[], language: Language) {
  const texts = deliveries.map((delivery) => deliveryText(delivery, language))
  return texts.length > 0 ? ` · ${firstOf(texts, MOST_DELIVERIES, '; ')}` : ''
}

/** One line for each import; a delivery's says whose map it is, of what, from when and for whom. */
export function listText(imports: readonly ListedImport[], language: Language): string {
  const format = new Intl.DateTimeFormat(language === 'vi' ? 'vi-VN' : 'en-GB', {
    dateStyle: 'short',
    timeStyle: 'short',
    timeZone: 'Asia/Ho_Chi_Minh'
  })
  const words = WORDS[language]
  if (imports.length === 0) return words.none
  return imports
    .map(({ id, collection, title, communeCode, rowsIn, publishedAt, undoneAt, deliveries }) => {
      const gone = undoneAt ? ` · ${words.undone} ${format.format(undoneAt)}` : ''
      const commune = communeCode === null ? '' : ` · ${words.for} ${communeCode}`
      const told = deliveriesText(deliveries, language)
      return `${String(id).padStart(5)}  ${format.format(publishedAt)}  ${collection}  ${rowsIn} ${words.rows}  «${title}»${commune}${told}${gone}`
    })
    .join('\n')
}

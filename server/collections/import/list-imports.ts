import type { Queryable } from '../../db/pool.ts'
import type { Language } from './arguments.ts'

export interface ListedImport {
  id: number
  collection: string
  title: string
  communeCode: string | null
  rowsIn: number
  rowsRefused: number
  publishedAt: Date
  undoneAt: Date | null
}

const LIST = `
  select id, collection, title, commune_code as "communeCode", rows_in as "rowsIn", rows_refused as "rowsRefused",
         published_at as "publishedAt", undone_at as "undoneAt"
    from import order by id`

/** Every import, the undone ones too, oldest first. */
export async function listImports(db: Queryable): Promise<ListedImport[]> {
  return (await db.query<ListedImport>(LIST)).rows
}

/** One line for each import. */
export function listText(imports: readonly ListedImport[], language: Language): string {
  const format = new Intl.DateTimeFormat(language === 'vi' ? 'vi-VN' : 'en-GB', {
    dateStyle: 'short',
    timeStyle: 'short',
    timeZone: 'Asia/Ho_Chi_Minh'
  })
  if (imports.length === 0)
    return language === 'vi' ? 'Chưa có lần nạp nào.' : 'Nothing has been imported yet.'
  const [rows, undone] = language === 'vi' ? ['dòng', 'đã gỡ'] : ['rows', 'undone']
  return imports
    .map(({ id, collection, title, rowsIn, publishedAt, undoneAt }) => {
      const gone = undoneAt ? ` · ${undone} ${format.format(undoneAt)}` : ''
      return `${String(id).padStart(5)}  ${format.format(publishedAt)}  ${collection}  ${rowsIn} ${rows}  «${title}»${gone}`
    })
    .join('\n')
}

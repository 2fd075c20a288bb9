import type { Pool } from 'pg'
import type { Queryable } from '../../db/pool.ts'
import type { Collection } from '../collection.ts'
import type { Localized } from '../contract.ts'
import { LATER_DELIVERIES, SAME_FILE, laterRows } from './publish-sql.ts'
import { ImportRefused, type ImportReport, type ImportRequest } from './request.ts'
import { laterThings, thingsOf } from './same-thing-sql.ts'

/** An import that took this file with these options. */
export interface SameFile {
  id: number
  publishedAt: Date
}

/**
 * The import that took this file with these options and refused no more rows than now, not undone; undefined: none.
 * `rowsRefused` is how many are refused now; Infinity finds one that took only a part as well.
 */
export async function findSame(db: Queryable, request: ImportRequest, options: string, rowsRefused: number) {
  const { sha256, collection } = request
  const limit = Math.min(rowsRefused, 2_147_483_647)
  const { rows } = await db.query<SameFile>(SAME_FILE, [sha256, collection, options, limit])
  return rows[0]
}

interface Later {
  id: number
  title: string
  /** Whether rows of the earlier import have nothing left in force. */
  replaces: boolean
  /** Of the same file, taken again for other communes: those. */
  goneTo?: string[] | null
}

function laterSql(collection: Collection) {
  if (collection.delivered) return LATER_DELIVERIES
  const things = thingsOf(collection)
  return things ? laterThings(things) : laterRows(collection.table, collection.key)
}

/** Imports since then that what the file brought has given way to, in whole or in part. */
async function laterImports(db: Pool, collection: Collection, importId: number): Promise<Later[]> {
  if (!collection.delivered && collection.key.length === 0) return []
  return (await db.query<Later>(laterSql(collection), [importId])).rows
}

const list = (later: readonly Later[]) => later.map(({ id, title }) => `${id} («${title}»)`).join(', ')
const undos = (later: readonly Later[]) =>
  [...later]
    .reverse()
    .map(({ id }) => `npm run import -- undo ${id}`)
    .join('; ')

function replaced(fileName: string, same: SameFile, later: readonly Later[]) {
  return new ImportRefused({
    vi: `Tệp «${fileName}» đã được nạp (lần nạp số ${same.id}), nhưng sau đó dữ liệu của nó được thay bằng lần nạp số ${list(later)}. Chưa có gì thay đổi. Muốn trở lại dữ liệu của tệp này, hãy gỡ lần nạp sau: ${undos(later)}`,
    en: `The file «${fileName}» was imported (as number ${same.id}), but import ${list(later)} has replaced its data since. Nothing has changed. To return to this file's data, undo the later one: ${undos(later)}`
  })
}

const partlyReplaced = (same: SameFile, later: readonly Later[]): Localized => ({
  vi: `Dữ liệu của lần nạp số ${same.id} vẫn còn, trừ những ngày mà lần nạp số ${list(later)} đã thay. Muốn bỏ phần thay ấy, hãy gỡ: ${undos(later)}`,
  en: `The data of import ${same.id} still holds, except for the days that import ${list(later)} has taken over. To take those back, undo: ${undos(later)}`
})

/** What the same file brought again for another commune is as it was, but for the commune. */
const gone = (same: SameFile, { id, title, goneTo }: Later): Localized => ({
  vi: `Chính tệp này đã được nạp lại ở lần nạp số ${id} («${title}»), nên các dòng của nó nay ghi xã ${(goneTo ?? []).join(', ')}. Muốn trở lại lần nạp số ${same.id}, hãy gỡ: npm run import -- undo ${id}`,
  en: `This very file was taken again as import ${id} («${title}»), so its rows are now of commune ${(goneTo ?? []).join(', ')}. To return to import ${same.id}, undo: npm run import -- undo ${id}`
})

/**
 * The report about a file that was taken before: unchanged, with what later imports have taken of its validity, or of all of
 * it for another commune. Throws `ImportRefused` where another file's rows leave some with nothing in force: then it is not as
 * it was.
 */
export async function unchanged(
  db: Pool,
  collection: Collection,
  report: ImportReport,
  same: SameFile
): Promise<ImportReport> {
  const imports = await laterImports(db, collection, same.id)
  const later = imports.filter(({ goneTo }) => !goneTo)
  if (later.some(({ replaces }) => replaces)) throw replaced(report.fileName, same, later)
  const partly = later.length === 0 ? [] : [partlyReplaced(same, later)]
  const elsewhere = imports.filter(({ goneTo }) => goneTo).map((one) => gone(same, one))
  return {
    ...report,
    outcome: 'unchanged',
    repeats: [],
    importId: same.id,
    publishedAt: same.publishedAt.toISOString(),
    notes: [...report.notes, ...partly, ...elsewhere]
  }
}

/** Refuses a second try after a part of the file was taken, where nothing tells which rows are there already. */
export async function requireNoPart(db: Pool, request: ImportRequest, options: string) {
  const part = await findSame(db, request, options, Infinity)
  if (!part) return
  throw new ImportRefused({
    vi: `Một phần của tệp «${request.fileName}» đã được nạp (lần nạp số ${part.id}), và các dòng không có mã (ref) để biết dòng nào đã có. Chưa có gì thay đổi. Hãy gỡ lần ấy trước (npm run import -- undo ${part.id}) rồi nạp lại cả tệp.`,
    en: `A part of the file «${request.fileName}» was imported (as number ${part.id}), and its rows have no ref that tells which are there. Nothing has changed. Undo that import first (npm run import -- undo ${part.id}), then import the whole file again.`
  })
}

import type { PoolClient } from 'pg'
import type { AuditEntry } from '../accounts/contract.ts'
import { inTransaction } from '../db/transaction.ts'
import { HttpError } from '../http/errors.ts'
import { codeFor } from './category-code.ts'
import type { CategoryFields, CategorySetting } from './category-contract.ts'
import {
  findCategorySetting,
  findCategorySettings,
  holdCategories,
  insertCategory,
  orderCategories,
  saveCategory
} from './category-queries.ts'
import type { ReportDesk } from './desk.ts'

type Desk = Pick<ReportDesk, 'db' | 'audit'>
/** Who does it, and from where. */
type Maker = Pick<AuditEntry, 'actor' | 'from'>

const NONE = {
  vi: 'Không có loại phản ánh này. Hãy tải lại trang.',
  en: 'There is no such category. Load the page again.'
}
const LAST = {
  vi: 'Đây là loại cuối cùng đang dùng; nếu ngừng thì không ai gửi phản ánh được. Hãy thêm loại khác trước.',
  en: 'This is the last category in use; without it nobody could report anything. Add another one first.'
}

const fold = (name: string) => name.normalize('NFC').toLowerCase()

/** Throws 409 where another category has one of the names. */
function requireOwnName(all: readonly CategorySetting[], { name }: CategoryFields, code: string | null) {
  const other = all.find(
    (one) => one.code !== code && (fold(one.name.vi) === fold(name.vi) || fold(one.name.en) === fold(name.en))
  )
  if (!other) return
  const again = other.inUse
    ? { vi: 'Hãy đặt tên khác.', en: 'Choose another name.' }
    : {
        vi: 'Loại ấy đã ngừng: hãy cho dùng lại, hoặc đặt tên khác.',
        en: 'It has ended: take it up again, or choose another name.'
      }
  throw new HttpError(409, {
    vi: `Đã có loại phản ánh «${other.name.vi}» (${other.name.en}). ${again.vi}`,
    en: `There is a category “${other.name.en}” (${other.name.vi}). ${again.en}`
  })
}

async function held(client: PoolClient) {
  await holdCategories(client)
  return findCategorySettings(client)
}

const subjectOf = (code: string) => ({ subject: 'report_category', subjectId: code })
const shown = ({ code: _code, version: _version, receiveWithinHours: _within, ...rest }: CategorySetting) =>
  rest

async function requireCategory(client: PoolClient, code: string) {
  const category = await findCategorySetting(client, code)
  if (!category) throw new HttpError(404, NONE)
  return category
}

/** Adds a category. Throws 409 for a name that is taken. */
export async function openCategory({ db, audit }: Desk, maker: Maker, fields: CategoryFields) {
  return inTransaction(db, async (client) => {
    const all = await held(client)
    requireOwnName(all, fields, null)
    const code = codeFor(fields.name.vi, new Set(all.map((one) => one.code)))
    await insertCategory(client, code, fields)
    const category = await requireCategory(client, code)
    await audit(client, { ...maker, action: 'category.add', ...subjectOf(code), after: shown(category) })
    return category
  })
}

/** Changes a category of a version. `outdated`: it has another one by now, and nothing was done. Throws 404, 409, 422. */
export async function alterCategory(
  { db, audit }: Desk,
  maker: Maker,
  { code, version }: { code: string; version: number },
  { inUse, ...fields }: CategoryFields & { inUse: boolean }
): Promise<{ kind: 'done' | 'outdated'; category: CategorySetting }> {
  return inTransaction(db, async (client) => {
    const all = await held(client)
    const before = await requireCategory(client, code)
    if (before.version !== version) return { kind: 'outdated', category: before }
    requireOwnName(all, fields, code)
    if (!inUse && all.every((one) => one.code === code || !one.inUse)) throw new HttpError(422, LAST)
    await saveCategory(client, code, fields, inUse)
    const category = await requireCategory(client, code)
    const what = { before: shown(before), after: shown(category) }
    await audit(client, { ...maker, action: 'category.change', ...subjectOf(code), ...what })
    return { kind: 'done', category }
  })
}

/** Puts a category just before another (null: behind all). Throws 404. */
export async function shiftCategory(
  { db, audit }: Desk,
  maker: Maker,
  code: string,
  before: string | null
): Promise<CategorySetting[]> {
  return inTransaction(db, async (client) => {
    const codes = (await held(client)).map((one) => one.code)
    const others = codes.filter((one) => one !== code)
    const place = before === null ? others.length : others.indexOf(before)
    if (!codes.includes(code) || place < 0) throw new HttpError(404, NONE)
    await orderCategories(client, others.toSpliced(place, 0, code))
    const what = { before: { place: codes.indexOf(code) + 1 }, after: { place: place + 1 } }
    const sorted = await findCategorySettings(client)
    await audit(client, { ...maker, action: 'category.move', ...subjectOf(code), ...what })
    return sorted
  })
}

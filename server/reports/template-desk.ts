import type { Actor } from '../accounts/contract.ts'
import { inTransaction } from '../db/transaction.ts'
import { HttpError } from '../http/errors.ts'
import type { ReportDesk } from './desk.ts'
import type { Template } from './settings-contract.ts'
import { closeTemplate, holdTemplate, insertTemplate, saveTemplate } from './settings-queries.ts'

type Desk = Pick<ReportDesk, 'db' | 'audit'>
/** An administrator and the address from which he asks. */
interface Maker {
  actor: Actor
  from: string
}
type Fields = Pick<Template, 'title' | 'text' | 'category'>

const NONE = {
  vi: 'Không có mẫu trả lời này trong phạm vi ông/bà quản lý. Có thể người khác vừa bỏ; hãy tải lại trang.',
  en: 'There is no such template among those that you manage. Somebody may have ended it; load the page again.'
}
const NO_CATEGORY = {
  vi: 'Không có loại phản ánh này. Hãy chọn lại trong danh sách.',
  en: 'There is no such category. Choose one from the list.'
}

const shown = ({ title, text, category }: Fields) => ({ title, text, category })
const subjectOf = ({ id, commune }: Template) => ({
  subject: 'template',
  subjectId: id,
  communeCode: commune
})

/** Adds a template. Throws 422 for a category that there is not. */
export async function openTemplate(
  { db, audit }: Desk,
  maker: Maker,
  fields: Fields & Pick<Template, 'commune'>
): Promise<Template> {
  return inTransaction(db, async (client) => {
    const made = await insertTemplate(client, fields)
    if (!made) throw new HttpError(422, NO_CATEGORY)
    await audit(client, { ...maker, action: 'template.add', ...subjectOf(made), after: shown(made) })
    return made
  })
}

/** Changes a template of a version. `outdated`: it has another one by now, and nothing was done. Throws 404, 422. */
export async function alterTemplate(
  { db, audit }: Desk,
  maker: Maker,
  { id, version }: Pick<Template, 'id' | 'version'>,
  fields: Fields
): Promise<{ kind: 'done' | 'outdated'; template: Template }> {
  return inTransaction(db, async (client) => {
    const before = await holdTemplate(client, id, maker.actor.communeCode)
    if (!before) throw new HttpError(404, NONE)
    if (before.version !== version) return { kind: 'outdated', template: before }
    const template = await saveTemplate(client, id, fields)
    if (!template) throw new HttpError(422, NO_CATEGORY)
    const what = { before: shown(before), after: shown(template) }
    await audit(client, { ...maker, action: 'template.change', ...subjectOf(template), ...what })
    return { kind: 'done', template }
  })
}

/** Ends a template. Throws 404. */
export async function dropTemplate({ db, audit }: Desk, maker: Maker, id: number) {
  return inTransaction(db, async (client) => {
    const before = await holdTemplate(client, id, maker.actor.communeCode)
    if (!before) throw new HttpError(404, NONE)
    await closeTemplate(client, id)
    await audit(client, { ...maker, action: 'template.end', ...subjectOf(before), before: shown(before) })
  })
}

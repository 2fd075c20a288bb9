import { isSaid } from '../collections/stated-where.ts'
import { HttpError } from '../http/errors.ts'
import type { Place } from './contract.ts'
import { placeFields, type Editable } from './form.ts'

const quoted = (titles: readonly string[], open: string, close: string) =>
  titles.map((title) => `${open}${title}${close}`).join(', ')

const alone = (title: { vi: string; en: string }, missing: readonly { vi: string; en: string }[]) =>
  new HttpError(422, {
    vi: `«${title.vi}» phải có kèm ${quoted(
      missing.map(({ vi }) => vi),
      '«',
      '»'
    )}. Hãy điền đủ rồi lưu lại.`,
    en: `“${title.en}” needs ${quoted(
      missing.map(({ en }) => en),
      '“',
      '”'
    )} as well. Fill them in and save again.`
  })

const open = (title: { vi: string; en: string }, why: { vi: string; en: string }) =>
  new HttpError(422, {
    vi: `Hãy trả lời «${title.vi}»: Có hoặc Không. ${why.vi}`,
    en: `Answer “${title.en}”: yes or no. ${why.en}`
  })

/** What follows from another field's words is stated by whoever writes these; files may leave it out. Throws 422. */
export function requireStatedWhere(collection: Editable, before: Place['values'], values: Place['values']) {
  const after = { ...before, ...values }
  for (const { name, title, statedWhere } of placeFields(collection)) {
    if (!statedWhere || (after[name] ?? null) !== null) continue
    const text = values[statedWhere.field] ?? null
    if (isSaid(statedWhere, text === null ? null : String(text))) throw open(title, statedWhere.why)
  }
}

/**
 * What is stated only with other fields has them, where any of these is said anew: what a file brought without them stays as
 * it is until somebody touches it. Throws 422.
 */
export function requireStatedWith(collection: Editable, before: Place['values'], values: Place['values']) {
  const fields = placeFields(collection)
  const after = { ...before, ...values }
  for (const { name, title, statedWith = [] } of fields) {
    const isTouched = [name, ...statedWith].some((one) => one in values)
    if (!isTouched || (after[name] ?? null) === null) continue
    const missing = fields.filter(
      (one) => statedWith.includes(one.name) && (after[one.name] ?? null) === null
    )
    if (missing.length > 0)
      throw alone(
        title,
        missing.map((one) => one.title)
      )
  }
}

import type { FastifyInstance, FastifyRequest } from 'fastify'
import { HttpError } from '../../http/errors.ts'
import { keepable } from '../plain-text.ts'
import { NewRequest } from './contract.ts'

const MOST_BYTES = 64 * 1024

const twice = (name: string) =>
  new HttpError(400, {
    vi: `Tham số «${name}» được gửi hai lần. Hãy chỉ gửi một lần.`,
    en: `The parameter “${name}” was sent twice. Send it once.`
  })
const NO_FORM = {
  vi: 'Không đọc được biểu mẫu. Hãy gửi dạng application/x-www-form-urlencoded hoặc multipart/form-data.',
  en: 'The form cannot be read. Send application/x-www-form-urlencoded or multipart/form-data.'
}
const NO_FILES = {
  vi: 'Không nhận tệp gửi kèm. Hãy nêu địa chỉ của ảnh trong media_url.',
  en: 'Files are not taken. Say the address of the picture in media_url.'
}

const ATTRIBUTE = /^attribute\[(.*?)\]/
const isKnown = (name: string) => Object.hasOwn(NewRequest.shape, name)
const KNOWN_ATTRIBUTES = Object.keys(NewRequest.shape).flatMap((name) => ATTRIBUTE.exec(name)?.[1] ?? [])

/**
 * A form as fields. What it leaves empty is left out, and so are parameters that the standard does not have: other systems
 * send their own. Attributes are kept, known or not. Throws 400 for a field that is said twice and for a file.
 */
function fieldsOf(form: Iterable<[string, FormDataEntryValue]>): Record<string, string> {
  const fields = new Map<string, string>()
  for (const [name, value] of form) {
    if (typeof value !== 'string') throw new HttpError(400, NO_FILES)
    if (value === '' || !(isKnown(name) || ATTRIBUTE.test(name))) continue
    if (isKnown(name) && fields.has(name)) throw twice(name)
    fields.set(name, value)
  }
  return Object.fromEntries(fields)
}

/** Throws 400 for an attribute that no service has, with those that there are. */
export function requireAttributes(fields: unknown) {
  const unknown = Object.keys(fields ?? {}).find((name) => !isKnown(name))
  if (unknown === undefined) return
  const [code, known] = [(ATTRIBUTE.exec(unknown)?.[1] ?? '').slice(0, 50), KNOWN_ATTRIBUTES.join(', ')]
  throw new HttpError(400, {
    vi: `Không có thuộc tính «${code}». Các thuộc tính có ở đây: ${known}.`,
    en: `There is no attribute “${code}”. Those that there are: ${known}.`
  })
}

async function partsOf(body: Buffer, type: string) {
  return new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData().catch(() => {
    throw new HttpError(400, NO_FORM)
  })
}

/** The standard sends forms, and nothing else is read. */
export function readForms(app: FastifyInstance) {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: MOST_BYTES },
    async (_request: unknown, body: string) => keepable(fieldsOf(new URLSearchParams(body)))
  )
  app.addContentTypeParser(
    'multipart/form-data',
    { parseAs: 'buffer', bodyLimit: MOST_BYTES },
    async ({ headers }: FastifyRequest, body: Buffer) =>
      keepable(fieldsOf(await partsOf(body, headers['content-type'] ?? '')))
  )
}

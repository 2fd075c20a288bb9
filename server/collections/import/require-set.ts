import { importFields, type Collection } from '../collection.ts'
import { parseValue } from './parse-values.ts'
import { ImportRefused, type ImportRequest } from './request.ts'

/** The request with its --set values as the fields' canonical texts. Throws `ImportRefused` for a value that does not fit. */
export function requireSet<T extends Pick<ImportRequest, 'set'>>(collection: Collection, request: T): T {
  const fields = importFields(collection)
  const set: Record<string, string> = {}
  for (const [name, text] of Object.entries(request.set ?? {})) {
    const field = fields.find((candidate) => candidate.name === name)
    const parsed = field ? parseValue(field, text) : { value: text }
    if ('problem' in parsed) {
      const { reason } = parsed.problem
      throw new ImportRefused({
        vi: `--set ${name}=${text}: ${reason.vi}`,
        en: `--set ${name}=${text}: ${reason.en}`
      })
    }
    set[name] = Array.isArray(parsed.value) ? parsed.value.join(',') : String(parsed.value ?? '')
  }
  return request.set ? { ...request, set } : request
}

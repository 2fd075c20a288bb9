import type { ZodFastifySchemaValidationError } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Bilingual } from './language.ts'

// The schemas' parameters that sentences are made of; whatever else an issue carries is not read.
const IssueParams = z.object({
  keys: z.array(z.string()).optional(),
  values: z.array(z.unknown()).optional(),
  minimum: z.coerce.string().optional(),
  maximum: z.coerce.string().optional(),
  format: z.string().optional(),
  origin: z.string().optional(),
  params: z.object({ vi: z.string(), en: z.string() }).optional()
})
type IssueParams = z.infer<typeof IssueParams>

const FORMATS: Record<string, Bilingual> = {
  date: { vi: 'phải là ngày dạng YYYY-MM-DD', en: 'must be a date as YYYY-MM-DD' },
  datetime: {
    vi: 'phải là thời điểm RFC 3339 có múi giờ',
    en: 'must be a moment in RFC 3339 with a zone'
  },
  url: { vi: 'phải là một địa chỉ URL', en: 'must be a URL' }
}

/** Characters of a name that nobody knows that are said back. */
const LONGEST_ECHO = 60

function unit(origin: string | undefined): Bilingual {
  if (origin === 'string') return { vi: ' ký tự', en: ' characters' }
  if (origin === 'array') return { vi: ' phần tử', en: ' items' }
  return { vi: '', en: '' }
}

function bound(side: 'minimum' | 'maximum', issue: IssueParams): Bilingual {
  const { vi, en } = unit(issue.origin)
  const value = issue[side] ?? ''
  return side === 'minimum'
    ? { vi: `ít nhất phải là ${value}${vi}`, en: `must be at least ${value}${en}` }
    : { vi: `nhiều nhất là ${value}${vi}`, en: `must be at most ${value}${en}` }
}

function reason(keyword: string, issue: IssueParams, message: string): Bilingual {
  if (issue.params) return issue.params
  if (keyword === 'too_small') return bound('minimum', issue)
  if (keyword === 'too_big') return bound('maximum', issue)
  if (keyword === 'invalid_value' && issue.values) {
    const values = issue.values.join(', ')
    return { vi: `phải là một trong: ${values}`, en: `must be one of: ${values}` }
  }
  const format = FORMATS[issue.format ?? '']
  if (format) return format
  if (keyword === 'custom') return { vi: message, en: message }
  return { vi: 'thiếu hoặc sai dạng', en: 'is missing or not of the right form' }
}

/** One sentence for what a schema refused: the parameter's name and what it must be. */
export function describeInvalidInput(issue: ZodFastifySchemaValidationError): Bilingual {
  const parsed = IssueParams.safeParse(issue.params)
  const params = parsed.success ? parsed.data : {}
  if (issue.keyword === 'unrecognized_keys') {
    const keys = (params.keys ?? []).map((key) => key.slice(0, LONGEST_ECHO)).join(', ')
    return { vi: `Không có tham số «${keys}».`, en: `There is no parameter “${keys}”.` }
  }
  // Which one of a list it is, the sender did not count.
  const name = issue.instancePath
    .replace(/^\//, '')
    .replace(/(\/\d+)+$/, '')
    .replaceAll('/', '.')
  const { vi, en } = reason(issue.keyword, params, issue.message ?? '')
  if (name === '') return { vi: `Yêu cầu không hợp lệ: ${vi}.`, en: `The request is not valid: ${en}.` }
  return { vi: `Tham số «${name}» ${vi}.`, en: `Parameter “${name}” ${en}.` }
}

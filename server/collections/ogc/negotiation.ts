import { HttpError } from '../../http/errors.ts'

interface Range {
  type: string
  parameters: readonly string[]
  quality: number
}

function parseRange(text: string): Range {
  const [type = '', ...rest] = text.split(';').map((part) => part.trim().toLowerCase())
  const weight = rest.findIndex((part) => part.startsWith('q='))
  const quality = weight < 0 ? 1 : Number(rest[weight]?.slice(2))
  return {
    type,
    parameters: weight < 0 ? rest : rest.slice(0, weight),
    quality: Number.isFinite(quality) ? Math.min(Math.max(quality, 0), 1) : 0
  }
}

/** How closely a range names a media type: 0 not at all, 1 all types, 2 all subtypes, 3 the type, more with parameters. */
function closeness(range: Range, mediaType: string): number {
  const [type = '', ...parameters] = mediaType.split(';').map((part) => part.trim().toLowerCase())
  if (range.type === '*/*' || range.type === '*') return 1
  if (range.type === `${type.split('/')[0]}/*`) return 2
  if (range.type !== type) return 0
  return range.parameters.every((parameter) => parameters.includes(parameter))
    ? 3 + range.parameters.length
    : 0
}

function qualityOf(ranges: readonly Range[], mediaType: string): number {
  let best = { closeness: 0, quality: 0 }
  for (const range of ranges) {
    const near = closeness(range, mediaType)
    if (near > best.closeness) best = { closeness: near, quality: range.quality }
  }
  return best.quality
}

/**
 * The offered media type that an `Accept` header likes best (RFC 9110: the closest range decides its quality); on equal
 * quality the one offered first. Undefined when none is accepted.
 */
export function preferredMediaType<T extends string>(
  accept: string | undefined,
  offered: readonly T[]
): T | undefined {
  if (accept === undefined || accept.trim() === '') return offered[0]
  const ranges = accept.split(',').map(parseRange)
  let best: { type: T | undefined; quality: number } = { type: undefined, quality: 0 }
  for (const type of offered) {
    const quality = qualityOf(ranges, type)
    if (quality > best.quality) best = { type, quality }
  }
  return best.type
}

/** As `preferredMediaType`; throws 406 with the list of what there is. */
export function negotiate<T extends string>(accept: string | undefined, offered: readonly T[]): T {
  const type = preferredMediaType(accept, offered)
  if (type !== undefined) return type
  const list = offered.join(', ')
  throw new HttpError(406, {
    vi: `Địa chỉ này chỉ có các dạng: ${list}. Hãy sửa tiêu đề Accept hoặc dùng tham số f.`,
    en: `This address offers only: ${list}. Change the Accept header or use the parameter f.`
  })
}

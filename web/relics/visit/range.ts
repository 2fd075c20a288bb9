/** Bytes from one to another, both counted in; null: no range that can be answered. */
export function rangeOf(header: string, size: number): { from: number; to: number } | null {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header) ?? []
  if (first === '' && last === '') return null
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const to = first === '' || last === '' ? size - 1 : Math.min(size - 1, Number(last))
  return from <= to ? { from, to } : null
}

/** A kept file as players ask for it: the part that `Range` names. */
export async function answerRange(whole: Response, header: string): Promise<Response> {
  const bytes = await whole.blob()
  const range = rangeOf(header, bytes.size)
  if (!range)
    return new Response(null, { status: 416, headers: { 'content-range': `bytes */${bytes.size}` } })
  const headers = new Headers(whole.headers)
  headers.set('content-range', `bytes ${range.from}-${range.to}/${bytes.size}`)
  headers.set('content-length', String(range.to - range.from + 1))
  return new Response(bytes.slice(range.from, range.to + 1), { status: 206, headers })
}

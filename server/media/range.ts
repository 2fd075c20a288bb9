import type { ByteRange } from './store.ts'

const SINGLE = /^bytes=(\d*)-(\d*)$/

/**
 * The bytes that a `Range` header asks for, of a file of `size` bytes. Null: all of them, also for what is not
 * understood or asks for several parts (RFC 9110 allows to answer the whole); 'none': it lies beyond the end.
 */
export function rangeOf(header: string | undefined, size: number): ByteRange | 'none' | null {
  const [, first, last] = SINGLE.exec(header ?? '') ?? []
  if (first === undefined || last === undefined || (first === '' && last === '')) return null
  if (first === '') {
    const suffix = Math.min(Number(last), size)
    return suffix === 0 ? 'none' : { start: size - suffix, end: size - 1 }
  }
  const start = Number(first)
  const end = last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (last !== '' && Number(last) < start) return null
  return start < size ? { start, end } : 'none'
}

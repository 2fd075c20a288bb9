import { HttpError } from '../../http/errors.ts'
import type { ListQuery } from './contract.ts'

const LONGEST_MS = 90 * 86_400_000

const TOO_LONG = {
  vi: 'Khoảng từ «start_date» đến «end_date» dài quá 90 ngày. Hãy chia thành nhiều khoảng ngắn hơn.',
  en: 'From “start_date” to “end_date” are more than 90 days. Ask for shorter spans, one after the other.'
}
const BACKWARDS = {
  vi: '«end_date» đứng trước «start_date». Hãy đổi lại hai thời điểm.',
  en: '“end_date” is before “start_date”. Exchange the two.'
}

/**
 * Between which moments, both included, a list's requests came (null: open). The standard's rule: never more than 90 days;
 * a lone end is completed to 90 days; without any the last 90 days, unless it is asked by change. Throws 400.
 */
export function requestedSpan(query: ListQuery, now: Date): { from: Date | null; to: Date | null } {
  const { start_date: start, end_date: end, updated_after: after, updated_before: before } = query
  if (start && end) {
    if (end < start) throw new HttpError(400, BACKWARDS)
    if (end.getTime() - start.getTime() > LONGEST_MS) throw new HttpError(400, TOO_LONG)
    return { from: start, to: end }
  }
  if (start) return { from: start, to: new Date(start.getTime() + LONGEST_MS) }
  if (end) return { from: new Date(end.getTime() - LONGEST_MS), to: end }
  if (after || before) return { from: null, to: null }
  return { from: new Date(now.getTime() - LONGEST_MS), to: null }
}

import type { FastifyReply } from 'fastify'
import { HttpError } from '../http/errors.ts'
import type { Refusal } from './account-desk.ts'
import { TooBusy } from './turns.ts'

const WRONG = {
  vi: 'Tên đăng nhập, mật khẩu hoặc mã xác thực không đúng. Hãy kiểm tra rồi thử lại; nếu quên mật khẩu, hãy đề nghị quản trị viên cấp đường dẫn đặt lại.',
  en: 'Login, password or code is wrong. Check them and try again; if you have forgotten the password, ask an administrator for a link to set it anew.'
}
const BUSY = {
  vi: 'Đang có quá nhiều người đăng nhập cùng lúc. Hãy thử lại sau ít giây.',
  en: 'Too many people are signing in at this moment. Try again in a few seconds.'
}

const WRONG_PASSWORD = {
  vi: 'Mật khẩu hiện tại không đúng. Hãy nhập lại.',
  en: 'The current password is wrong. Type it again.'
}

/** How long to wait, as an official would say it. */
const waiting = (seconds: number) =>
  seconds < 90
    ? { vi: `${seconds} giây`, en: `${seconds} seconds` }
    : { vi: `${Math.ceil(seconds / 60)} phút`, en: `${Math.ceil(seconds / 60)} minutes` }

/**
 * The answer to a wrong guess (401; 403 where somebody who is signed in was asked for his password again), or to one that
 * must wait (429 with Retry-After).
 */
export function refuseGuess(
  reply: FastifyReply,
  refusal: { outcome: 'refused' } | { outcome: 'blocked'; seconds: number },
  status: 401 | 403 = 401
): HttpError {
  if (refusal.outcome === 'refused') return new HttpError(status, status === 401 ? WRONG : WRONG_PASSWORD)
  void reply.header('retry-after', String(refusal.seconds))
  const { vi, en } = waiting(refusal.seconds)
  return new HttpError(429, {
    vi: `Đã nhập sai quá nhiều lần từ nơi này. Hãy thử lại sau ${vi}.`,
    en: `Too many wrong attempts from this place. Try again in ${en}.`
  })
}

/** Lets a work through, and answers 503 where too many wait for the same already. */
export async function refuseWhenBusy<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (error instanceof TooBusy) throw new HttpError(503, BUSY)
    throw error
  }
}

/** What was done, or its refusal thrown. */
export function done<T extends object>(outcome: T | Refusal): T {
  if ('refused' in outcome) throw new HttpError(outcome.refused, outcome.detail)
  return outcome
}

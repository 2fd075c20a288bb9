import type { Locker } from '@tus/server'
import { HttpError } from '../http/errors.ts'

const PATIENCE_MS = 10_000

interface Held {
  /** Asks who holds it to come to an end: a phone that comes back has given up its old connection. */
  askToEnd: () => Promise<void> | void
  waiting: (() => void)[]
}

const stillBusy = () =>
  new HttpError(423, {
    vi: 'Phần trước của tệp này còn đang được ghi. Hãy thử lại sau ít giây.',
    en: 'An earlier part of this file is still being written. Try again in a few seconds.'
  })

/** Resolves at the turn, rejects with 423 when it does not come in time or the request ends. */
function turnOf(held: Held, signal: AbortSignal) {
  return new Promise<void>((resolve, reject) => {
    const giveUp = () => {
      held.waiting = held.waiting.filter((waiting) => waiting !== begin)
      settle()
      reject(stillBusy())
    }
    const timer = setTimeout(giveUp, PATIENCE_MS)
    const settle = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', giveUp)
    }
    const begin = () => {
      settle()
      resolve()
    }
    signal.addEventListener('abort', giveUp)
    held.waiting.push(begin)
  })
}

/** One writer per upload. Unlike the library's own, whoever waits is woken and does not ask again and again. */
export function uploadLocks(): Locker {
  const locks = new Map<string, Held>()
  return {
    newLock: (id) => ({
      async lock(signal, askToEnd) {
        const held = locks.get(id)
        if (!held) {
          locks.set(id, { askToEnd, waiting: [] })
          return
        }
        await held.askToEnd()
        await turnOf(held, signal)
        held.askToEnd = askToEnd
      },
      async unlock() {
        const next = locks.get(id)?.waiting.shift()
        if (next) next()
        else locks.delete(id)
      }
    })
  }
}

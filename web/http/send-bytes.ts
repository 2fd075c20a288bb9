import type { Locale } from '../i18n/i18n.svelte.ts'
import { bodyOf, isProblem, RequestError } from './get-json.ts'
import { TIMEOUT_MS } from './in-time.ts'

interface Sending {
  file: Blob
  locale: Locale
  /** Share of the bytes that have gone, 0 to 1. */
  onprogress: (share: number) => void
}

/** A line over which nothing has gone for so long is dead. */
export const STALL_MS = 60_000

function answerOf({ status, responseText }: XMLHttpRequest): unknown {
  const answer = bodyOf(responseText, status)
  if (status === 201) return answer
  if (isProblem(answer)) throw new RequestError('refused', status, answer.detail)
  throw new RequestError('unreadable', status)
}

/** Ends a request over which nothing goes any more; once all has gone, the server has its own time to answer. */
function endWhenStalled(request: XMLHttpRequest) {
  let timer = setTimeout(() => request.abort(), STALL_MS)
  const wait = (ms: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => request.abort(), ms)
  }
  request.upload.addEventListener('progress', () => wait(STALL_MS))
  request.upload.addEventListener('load', () => wait(TIMEOUT_MS))
  request.addEventListener('loadend', () => clearTimeout(timer))
}

/**
 * Hands in a file's bytes, with its progress, which fetch does not tell. Throws RequestError: `unreachable` too when
 * nothing has gone for STALL_MS.
 */
export function sendBytes(address: string, { file, locale, onprogress }: Sending): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', address)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.setRequestHeader('accept-language', locale)
    request.upload.onprogress = ({ loaded, total }) => onprogress(total > 0 ? loaded / total : 0)
    request.onerror = () => reject(new RequestError(navigator.onLine ? 'unreachable' : 'offline'))
    request.onabort = request.onerror
    request.onload = () => {
      try {
        resolve(answerOf(request))
      } catch (error) {
        reject(error)
      }
    }
    endWhenStalled(request)
    request.send(file)
  })
}

import type { Locale } from '../i18n/i18n.svelte.ts'
import { bodyOf, isProblem, RequestError } from './get-json.ts'

interface Sending {
  file: Blob
  locale: Locale
  /** Share of the bytes that have gone, 0 to 1. */
  onprogress: (share: number) => void
}

function answerOf({ status, responseText }: XMLHttpRequest): unknown {
  const answer = bodyOf(responseText, status)
  if (status === 201) return answer
  if (isProblem(answer)) throw new RequestError('refused', status, answer.detail)
  throw new RequestError('unreadable', status)
}

/** Hands in a file's bytes, with its progress, which fetch does not tell. Throws RequestError. */
export function sendBytes(address: string, { file, locale, onprogress }: Sending): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', address)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.setRequestHeader('accept-language', locale)
    request.upload.onprogress = ({ loaded, total }) => onprogress(total > 0 ? loaded / total : 0)
    request.onerror = () => reject(new RequestError(navigator.onLine ? 'unreachable' : 'offline'))
    request.onload = () => {
      try {
        resolve(answerOf(request))
      } catch (error) {
        reject(error)
      }
    }
    request.send(file)
  })
}

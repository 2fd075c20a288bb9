import type { Locale } from '../i18n/i18n.svelte.ts'
import { bodyOf, isProblem, RequestError } from './get-json.ts'
import { inTime } from './in-time.ts'

/** A file as the server hands it out. */
export interface Downloaded {
  content: Blob
  /** As the server calls it. */
  name: string
}

const nameOf = (headers: Headers) =>
  /filename="([^"]+)"/.exec(headers.get('content-disposition') ?? '')?.[1] ?? 'dia-ban'

/** Fetches a file, so that a refusal can be told in place. Throws RequestError, or the abort's own error. */
export async function download(address: string, locale: Locale, signal: AbortSignal): Promise<Downloaded> {
  const headers = { accept: 'application/json, */*', 'accept-language': locale }
  const { response, content } = await inTime(signal, async (end) => {
    const response = await fetch(address, { headers, signal: end })
    return { response, content: await response.blob() }
  }).catch((error: unknown) => {
    if (signal.aborted) throw error
    throw new RequestError(navigator.onLine ? 'unreachable' : 'offline')
  })
  if (response.ok) return { content, name: nameOf(response.headers) }
  const body = bodyOf(await content.text(), response.status)
  if (isProblem(body)) throw new RequestError('refused', response.status, body.detail)
  throw new RequestError('unreadable', response.status)
}

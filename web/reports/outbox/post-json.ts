import { inTime } from '../../http/in-time.ts'
import type { Locale } from '../../i18n/i18n.svelte.ts'
import { retryAfterMs } from './backoff.ts'
import { kindOfStatus, SendFailure, sentenceOf } from './send-failure.ts'

/** Posts JSON and answers what the server said. Throws SendFailure, or the abort's own error. */
export async function postJson<T>(
  path: string,
  body: unknown,
  locale: Locale,
  signal: AbortSignal
): Promise<T> {
  const headers = {
    'content-type': 'application/json',
    accept: 'application/json',
    'accept-language': locale
  }
  const init = { method: 'POST', headers, body: JSON.stringify(body) }
  const { response, text } = await inTime(signal, async (end) => {
    const response = await fetch(path, { ...init, signal: end })
    return { response, text: await response.text() }
  }).catch((error: unknown) => {
    if (signal.aborted) throw error
    throw new SendFailure('away')
  })
  const { status } = response
  const patience = retryAfterMs(response.headers.get('retry-after'), Date.now())
  if (!response.ok) throw new SendFailure(kindOfStatus(status), status, sentenceOf(text), patience)
  try {
    return JSON.parse(text) as T // the server serialises by the contract
  } catch {
    // A page of a portal that stands between (hotel, bus) answers 200 with HTML.
    throw new SendFailure('away', status)
  }
}

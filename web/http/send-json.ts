import type { z } from 'zod'
import type { Locale } from '../i18n/i18n.svelte.ts'
import { addressOf, bodyOf, isProblem, RequestError } from './get-json.ts'
import { inTime } from './in-time.ts'

interface Route {
  path: string
  params?: z.ZodType
  body?: z.ZodType
  reply?: z.ZodType
}

/** What a route of the contract is sent. */
export interface Sending<R extends Route> {
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  params?: Readonly<Record<string, string | number>>
  body?: R['body'] extends z.ZodType ? z.input<R['body']> : never
  /** Sent as `If-Match`: what is changed has to be this version still. */
  version?: number
  /** In place of a version: the ETag as it was sent, quotes included. */
  etag?: string
}
type Reply<R extends Route> = R['reply'] extends z.ZodType ? z.output<R['reply']> : null

/** Somebody was quicker (412): `current` is what is there now. */
export class OutdatedError extends RequestError {
  readonly current: unknown

  constructor(current: unknown) {
    super('refused', 412)
    this.current = current
  }
}

const textOf = (params: Sending<Route>['params']) =>
  Object.fromEntries(Object.entries(params ?? {}).map(([name, value]) => [name, String(value)]))

function headersOf({ body, version, etag }: Sending<Route>, locale: Locale): Record<string, string> {
  return {
    accept: 'application/json',
    'accept-language': locale,
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
    ...(etag === undefined ? {} : { 'if-match': etag })
  }
}

/** Sends to a route of the contract, once. Throws RequestError, OutdatedError, or the abort's own error. */
export async function sendJson<R extends Route>(
  path: R['path'],
  sending: Sending<R>,
  { locale, signal }: { locale: Locale; signal: AbortSignal }
): Promise<Reply<R>> {
  const { method, body, params } = sending
  const init = {
    method,
    headers: headersOf(sending as Sending<Route>, locale), // a body that is given is only asked for being there
    ...(body === undefined ? {} : { body: JSON.stringify(body) })
  }
  const { status, ok, text } = await inTime(signal, async (end) => {
    const response = await fetch(addressOf(path, textOf(params), {}), { ...init, signal: end })
    return { status: response.status, ok: response.ok, text: await response.text() }
  }).catch((error: unknown) => {
    if (signal.aborted) throw error
    throw new RequestError(navigator.onLine ? 'unreachable' : 'offline')
  })
  if (ok && text === '') return null as Reply<R> // a route without a reply
  const answer = bodyOf(text, status)
  if (ok) return answer as Reply<R> // the server serialises by this schema
  if (status === 412) throw new OutdatedError(answer)
  if (isProblem(answer)) throw new RequestError('refused', status, answer.detail)
  throw new RequestError('unreadable', status)
}

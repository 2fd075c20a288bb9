import type { z } from 'zod'
import type { Problem } from '../../server/http/contract.ts'
import type { Locale } from '../i18n/i18n.svelte.ts'
import { inTime } from './in-time.ts'

interface Route {
  path: string
  params?: z.ZodType
  query: z.ZodType
  reply: z.ZodType
}

/** What a route of the contract is asked with. */
type Asked<R extends Route> = { locale: Locale; signal: AbortSignal } & (R['params'] extends z.ZodType
  ? { params: z.input<R['params']> }
  : { params?: never })

/** Why no answer came: `refused` has the server's own sentence, in the language of the request. */
export class RequestError extends Error {
  readonly kind: 'offline' | 'unreachable' | 'unreadable' | 'refused'
  readonly status: number

  constructor(kind: RequestError['kind'], status = 0, sentence: string = kind) {
    super(sentence)
    this.name = 'RequestError'
    this.kind = kind
    this.status = status
  }
}

/** Puts the parameters in for `:name`, and appends the query values that are set. */
export function addressOf(
  path: string,
  params: Readonly<Record<string, string>>,
  query: Readonly<Record<string, string | number | undefined>>
): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, String(value))
  return search.size ? `${filled}?${search}` : filled
}

async function fetchAnswer(address: string, init: RequestInit) {
  const response = await fetch(address, init)
  return { response, text: await response.text() }
}

/** An answer that breaks off on its way, or does not come in time, is a server that is not reached. */
async function fetchOrExplain(address: string, headers: HeadersInit, signal: AbortSignal) {
  try {
    return await inTime(signal, (end) => fetchAnswer(address, { headers, signal: end }))
  } catch (error) {
    if (signal.aborted) throw error
    throw new RequestError(navigator.onLine ? 'unreachable' : 'offline')
  }
}

/** The answer as JSON. Throws RequestError. */
export function bodyOf(text: string, status: number): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new RequestError('unreadable', status)
  }
}

/** Whether the answer is the server's own sentence. */
export const isProblem = (body: unknown): body is Problem =>
  typeof body === 'object' && body !== null && 'detail' in body && typeof body.detail === 'string'

/**
 * Asks a route of the contract. Only the contract's types come here: zod itself stays on the server, which answers
 * by the same contract. Throws RequestError, or the abort's own error.
 */
export async function getJson<R extends Route>(
  path: R['path'],
  query: { [K in keyof z.input<R['query']>]?: string | number | undefined },
  { locale, signal, params }: Asked<R>
): Promise<z.output<R['reply']>> {
  const parts = (params ?? {}) as Record<string, string> // path parameters are texts in every contract
  const headers = { accept: 'application/json', 'accept-language': locale }
  const { response, text } = await fetchOrExplain(addressOf(path, parts, query), headers, signal)
  const body = bodyOf(text, response.status)
  if (response.ok) return body as z.output<R['reply']> // the server serialises by this schema
  if (isProblem(body)) throw new RequestError('refused', response.status, body.detail)
  throw new RequestError('unreadable', response.status)
}

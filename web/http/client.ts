import type { z } from 'zod'
import type { Locale } from '../i18n/i18n.svelte.ts'
import { download } from './download.ts'
import { addressOf, getJson, RequestError } from './get-json.ts'
import { sendJson, type Sending } from './send-json.ts'

interface Readable {
  path: string
  params?: z.ZodType
  query: z.ZodType
  reply: z.ZodType
}
interface Writable {
  path: string
  params?: z.ZodType
  body?: z.ZodType
  reply?: z.ZodType
}
type Query<R extends Readable> = { [K in keyof z.input<R['query']>]?: string | number | undefined }

/** Asks the server in the language of the screen, and hears when it no longer knows who asks (401). */
export class Client {
  readonly #locale: () => Locale
  readonly #onSignedOut: () => void

  constructor(locale: () => Locale, onSignedOut: () => void) {
    this.#locale = locale
    this.#onSignedOut = onSignedOut
  }

  get locale(): Locale {
    return this.#locale()
  }

  /** Throws RequestError, or the abort's own error. */
  get<R extends Readable>(
    path: R['path'],
    query: Query<R>,
    { signal = new AbortController().signal, params }: { signal?: AbortSignal; params?: unknown } = {}
  ): Promise<z.output<R['reply']>> {
    const asked = { locale: this.#locale(), signal, ...(params ? { params } : {}) }
    // The caller names a route and its parameters; getJson's own type asks for both at once.
    return this.heard(getJson<R>(path, query, asked as Parameters<typeof getJson<R>>[2]))
  }

  /** Throws RequestError, OutdatedError, or the abort's own error. */
  send<R extends Writable>(path: R['path'], sending: Sending<R>, signal = new AbortController().signal) {
    return this.heard(sendJson<R>(path, sending, { locale: this.#locale(), signal }))
  }

  /** A file and its name. Throws as `get` does. */
  download(
    path: string,
    query: Readonly<Record<string, string | number | undefined>>,
    signal = new AbortController().signal
  ) {
    return this.heard(download(addressOf(path, {}, query), this.#locale(), signal))
  }

  /** Hears of the end of the session in a request that is sent otherwise; answers and throws what it does. */
  async heard<T>(work: Promise<T>): Promise<T> {
    try {
      return await work
    } catch (error) {
      if (error instanceof RequestError && error.status === 401) this.#onSignedOut()
      throw error
    }
  }
}

import type { Hindrance } from './backoff.ts'

/** Why something did not reach the server; `refused` will not change by waiting, `message` is then its own sentence. */
export class SendFailure extends Error {
  readonly kind: Hindrance | 'refused'
  /** 0: no answer at all. */
  readonly status: number
  /** What the server asked for, ms; 0: nothing. */
  readonly retryAfterMs: number

  constructor(kind: SendFailure['kind'], status = 0, sentence: string = kind, retryAfterMs = 0) {
    super(sentence)
    this.name = 'SendFailure'
    this.kind = kind
    this.status = status
    this.retryAfterMs = retryAfterMs
  }
}

/** What a status that is no success means for whoever sends. */
export function kindOfStatus(status: number): SendFailure['kind'] {
  if (status === 429 || status === 503) return 'busy'
  if (status === 408 || status === 425 || status >= 500) return 'fault'
  return 'refused'
}

/** The sentence of a problem (RFC 9457), '' when the text is none. */
export function sentenceOf(text: string): string {
  try {
    const body: unknown = JSON.parse(text)
    const isProblem = typeof body === 'object' && body !== null && 'detail' in body
    return isProblem && typeof body.detail === 'string' ? body.detail : ''
  } catch (error) {
    if (error instanceof SyntaxError) return ''
    throw error
  }
}

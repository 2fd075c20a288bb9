import type { I18n } from '../i18n/i18n.svelte.ts'
import { RequestError } from './get-json.ts'
import { messages } from './messages.ts'

/** What a failed request is to say to the person before the screen. */
export function sentenceOf(i18n: I18n, error: unknown): string {
  if (!(error instanceof RequestError)) return i18n.t(messages.unreachable)
  if (error.kind === 'refused') return error.message
  return i18n.t(messages[error.kind], { status: error.status })
}

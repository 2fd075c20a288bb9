import type { Locale } from '../../i18n/i18n.svelte.ts'
import { readNumber } from '../../i18n/read-number.ts'

const MOST_MBPS = 100_000

/**
 * What somebody writes of a rate as a check's field, in Mbit/s; none where nothing is written, as it was not measured;
 * undefined: the server would not take it.
 */
export function rateOf<Name extends 'down' | 'up'>(locale: Locale, name: Name, text: string) {
  if (text.trim() === '') return {}
  const mbps = readNumber(locale, text)
  return typeof mbps === 'number' && mbps > 0 && mbps <= MOST_MBPS ? { [name]: { mbps } } : undefined
}

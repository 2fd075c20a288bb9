import type { PlaceField } from '../../server/editing/form-contract.ts'
import { today } from '../i18n/formats.ts'
import type { I18n } from '../i18n/i18n.svelte.ts'
import { numberProblem, readNumber, writeNumber } from '../i18n/read-number.ts'
import { dayText, parseDayText } from '../ui/day-text.ts'
import { isNumber } from './draft.ts'
import { messages } from './messages.ts'

/** Why a text cannot be taken for the field's value, as a sentence; undefined: it can, or the server says why not. */
export function fieldProblem(i18n: I18n, field: PlaceField, text: string): string | undefined {
  if (text.trim() === '') return undefined
  if (isNumber(field)) return numberProblem(i18n, text) ?? rangeProblem(i18n, field, text)
  return field.type === 'date' && field.past ? dayProblem(i18n, text) : undefined
}

function rangeProblem(i18n: I18n, { min, max }: PlaceField, text: string) {
  const value = Number(readNumber(i18n.locale, text))
  if (min !== null && value < min) return i18n.t(messages.tooLittle, { min: writeNumber(i18n.locale, min) })
  if (max !== null && value > max) return i18n.t(messages.tooMuch, { max: writeNumber(i18n.locale, max) })
  return undefined
}

function dayProblem(i18n: I18n, text: string) {
  const day = parseDayText(text)
  return day !== undefined && day > today() ? i18n.t(messages.notAhead, { day: dayText(today()) }) : undefined
}

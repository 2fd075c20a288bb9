import type { I18n, Message } from '../i18n/i18n.svelte.ts'
import { licenceMessages, pictureMessages } from './messages.ts'

/** How the values of a field are called, by the field's name. */
export type Choices = Readonly<Record<string, Readonly<Record<string, Message>>>>

/** What is said of a medium in one field, as a person reads it; `choices`: of fields beside the licence. */
export function shownWord(i18n: I18n, name: string, value: string | boolean, choices: Choices): string {
  const text = String(value)
  const all: Choices = { licence: licenceMessages, ...choices }
  const choice = all[name]?.[text]
  if (choice) return i18n.t(choice)
  if (text === '') return i18n.t(pictureMessages.nothing)
  return name === 'takenOn' ? i18n.date(text) : text
}

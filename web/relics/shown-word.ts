import type { I18n, Message } from '../i18n/i18n.svelte.ts'
import { licenceMessages, pictureMessages } from '../pictures/messages.ts'
import { kindMessages } from './image-messages.ts'

const CHOICES: Readonly<Record<string, Readonly<Record<string, Message>>>> = {
  licence: licenceMessages,
  kind: kindMessages
}

/** What is said of a medium in one field, as a person reads it. */
export function shownWord(i18n: I18n, name: string, value: string | boolean): string {
  const text = String(value)
  const choice = CHOICES[name]?.[text]
  if (choice) return i18n.t(choice)
  if (text === '') return i18n.t(pictureMessages.nothing)
  return name === 'takenOn' ? i18n.date(text) : text
}

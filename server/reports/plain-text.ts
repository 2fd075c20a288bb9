import type { Contact } from './contract.ts'

/** Text as the database can keep it: without NUL and blanks at the ends; null when nothing is left. */
export function plainText(text: string | null | undefined): string | null {
  const plain = (text ?? '').replaceAll('\0', '').trim()
  return plain === '' ? null : plain
}

/** What was given of a contact; null when that is nothing. */
export function contactOf(contact: Contact | undefined) {
  const [name, phone, email] = [contact?.name, contact?.phone, contact?.email].map(plainText)
  if (!name && !phone && !email) return null
  return { name: name ?? null, phone: phone ?? null, email: email ?? null }
}

const HALF_PAIR = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** Whatever was sent, with texts that any database can keep: no NUL, no half of a pair of UTF-16. */
export function keepable(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\0', '').replace(HALF_PAIR, '\ufffd')
  if (Array.isArray(value)) return value.map(keepable)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, keepable(item)]))
}

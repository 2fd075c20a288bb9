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

import type { Locale } from './i18n.svelte.ts'

/** "Xóm Đồng Tâm": the kind stands before the name unless the name has it already; capital first. */
export function placeName({ kind, name }: { kind: string; name: string }): string {
  const full = name.toLocaleLowerCase('vi').startsWith(`${kind.toLocaleLowerCase('vi')} `)
    ? name
    : `${kind} ${name}`.trim()
  return full.charAt(0).toLocaleUpperCase('vi') + full.slice(1)
}

/** The same inside a sentence: "xóm Đồng Tâm"; in English, where the words are names, as it stands alone. */
export function placeWithin(place: { kind: string; name: string }, locale: Locale): string {
  const full = placeName(place)
  if (locale !== 'vi') return full
  const kind = place.kind.toLocaleLowerCase('vi')
  return kind && full.toLocaleLowerCase('vi').startsWith(kind) ? kind + full.slice(kind.length) : full
}

/** Case and diacritics taken away, for matching what people type: "Điểm rác" gives "diem rac". */
export function plainText(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D').toLowerCase()
}

const LONGEST = 40

/** A category's code as made of its Vietnamese name, unlike those that there are: 'den_duong_hong'. */
export function codeFor(name: string, taken: ReadonlySet<string>): string {
  const plain = name.toLowerCase().replaceAll('đ', 'd').normalize('NFD').replace(/\p{M}/gu, '')
  const words = plain.replace(/[^a-z0-9]+/g, '_').slice(0, LONGEST)
  const stem = words.replace(/^_+|_+$/g, '') || 'loai'
  if (!taken.has(stem)) return stem
  for (let number = 2; ; number++) if (!taken.has(`${stem}_${number}`)) return `${stem}_${number}`
}

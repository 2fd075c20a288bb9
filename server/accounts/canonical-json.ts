// jsonb takes neither U+0000 nor half of a surrogate pair.
const storable = (text: string) => text.replaceAll('\0', '�').replace(/\p{Surrogate}/gu, '�')

function sorted(value: unknown): unknown {
  if (typeof value === 'string') return storable(value)
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const names = Object.entries(value).map(([name, item]) => [storable(name), item] as const)
  return Object.fromEntries(
    names.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, item]) => [name, sorted(item)])
  )
}

/**
 * One text for one value, whatever the order of its names: what a hash is computed over. Survives being kept as jsonb
 * and read again.
 */
export const canonicalJson = (value: unknown): string =>
  // Once through JSON: what it leaves out (undefined) or writes otherwise (dates) is gone before sorting.
  JSON.stringify(sorted(JSON.parse(JSON.stringify(value))))

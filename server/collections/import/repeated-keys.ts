/** A row that has a key, with the days on which it is valid: ISO, half-open; '' before all days, '~' after all. */
export interface KeyedRow {
  row: number
  key: readonly string[]
  from: string
  to: string
}

type Span = Omit<KeyedRow, 'key'>

/** Where in spans that follow one another the first stands that ends after the day. */
function firstEndingAfter(spans: readonly Span[], day: string): number {
  let [low, high] = [0, spans.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle]?.to ?? '') > day) high = middle
    else low = middle + 1
  }
  return low
}

/**
 * Rows, given in their order, whose key an earlier row that is kept has for some of the same days, with that row's number.
 * Kept rows of one key never share a day, so that each row is told by one look, however many have its key: a column that is
 * no key may hold one value in every row.
 */
export function repeatedKeys(rows: readonly KeyedRow[]): (KeyedRow & { earlier: number })[] {
  const kept = new Map<string, Span[]>()
  return rows.flatMap((row) => {
    const name = JSON.stringify(row.key)
    const spans = kept.get(name) ?? []
    kept.set(name, spans)
    const place = firstEndingAfter(spans, row.from)
    const next = spans[place]
    if (next && next.from < row.to) return [{ ...row, earlier: next.row }]
    spans.splice(place, 0, { row: row.row, from: row.from, to: row.to })
    return []
  })
}

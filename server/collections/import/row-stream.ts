import type { FeatureRow } from './request.ts'

/**
 * Rows that were read ahead, then the others, each as `change` makes it. One turn of the event loop's queue for each row: an
 * async generator around another takes several, which tells where rows come by the hundred thousand.
 */
export function resumed(
  ahead: readonly FeatureRow[],
  iterator: AsyncIterator<FeatureRow>,
  change: (row: FeatureRow) => FeatureRow
): AsyncIterable<FeatureRow> {
  let at = 0
  const next = async (): Promise<IteratorResult<FeatureRow>> => {
    const kept = ahead[at]
    if (kept) {
      at++
      return { done: false, value: change(kept) }
    }
    const read = await iterator.next()
    return read.done ? read : { done: false, value: change(read.value) }
  }
  const end = async (): Promise<IteratorResult<FeatureRow>> => {
    await iterator.return?.()
    return { done: true, value: undefined }
  }
  return { [Symbol.asyncIterator]: () => ({ next, return: end }) }
}

/** The rows of pieces that come one after another, with one turn of the queue for each row. */
export function oneByOne(pieces: AsyncGenerator<Iterable<FeatureRow>>): AsyncIterable<FeatureRow> {
  let rows: Iterator<FeatureRow> = [].values()
  const next = async (): Promise<IteratorResult<FeatureRow>> => {
    for (;;) {
      const row = rows.next()
      if (!row.done) return row
      const piece = await pieces.next()
      if (piece.done) return { done: true, value: undefined }
      rows = piece.value[Symbol.iterator]()
    }
  }
  const end = async (): Promise<IteratorResult<FeatureRow>> => {
    await pieces.return(undefined)
    return { done: true, value: undefined }
  }
  return { [Symbol.asyncIterator]: () => ({ next, return: end }) }
}

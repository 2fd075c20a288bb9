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

const GROUPED_BY_POINT = /^[+-]?\d{1,3}(\.\d{3})+(,\d+)?$/
const GROUPED_BY_COMMA = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/
const PLAIN = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/
const DECIMAL_COMMA = /^[+-]?\d*,\d+$/

/**
 * A number as Vietnamese and English files write it: `5.8`, `5,8`, `1.234,5`, `1,234.5`. A single group of three after
 * a point or comma (`1.234`) is thousands for whole numbers, decimals otherwise. null: not a number.
 */
export function parseNumber(text: string, whole = false): number | null {
  const bare = text.replace(/[\s\u00a0]/g, '')
  if (whole && GROUPED_BY_POINT.test(bare)) return Number(bare.replace(/\./g, '').replace(',', '.'))
  if (whole && GROUPED_BY_COMMA.test(bare)) return Number(bare.replace(/,/g, ''))
  if (PLAIN.test(bare)) return finite(Number(bare))
  if (DECIMAL_COMMA.test(bare)) return Number(bare.replace(',', '.'))
  if (GROUPED_BY_POINT.test(bare)) return Number(bare.replace(/\./g, '').replace(',', '.'))
  if (GROUPED_BY_COMMA.test(bare)) return Number(bare.replace(/,/g, ''))
  return null
}

const finite = (value: number) => (Number.isFinite(value) ? value : null)

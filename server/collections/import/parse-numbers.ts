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

/** What a column's cells, and the file's others, say of how its numbers are written. */
export interface NumberStyle {
  /** undefined: nothing tells, or the cells contradict one another. */
  decimal: '.' | ',' | undefined
  /** Whether the column has whole numbers without any mark: then it is not padded with decimal zeros. */
  hasPlain: boolean
}

const DECIMAL_COMMA_SEEN =
  /^[+-]?(\d{1,3}(\.\d{3})+,\d+|\d{1,3}(\.\d{3}){2,}|\d*,(\d{1,2}|\d{4,})|(0|\d{4,}),\d{3})$/
const DECIMAL_POINT_SEEN =
  /^[+-]?(\d{1,3}(,\d{3})+\.\d+|\d{1,3}(,\d{3}){2,}|\d*\.(\d{1,2}|\d{4,})|(0|\d{4,})\.\d{3})$/

const bareTexts = (cells: readonly unknown[]) =>
  cells.flatMap((cell) => (typeof cell === 'string' ? [cell.replace(/[\s\u00a0]/g, '')] : []))

function decimalOf(texts: readonly string[]): NumberStyle['decimal'] {
  const comma = texts.some((text) => DECIMAL_COMMA_SEEN.test(text))
  const point = texts.some((text) => DECIMAL_POINT_SEEN.test(text))
  return comma === point ? undefined : comma ? ',' : '.'
}

/**
 * How a column writes its numbers. What its own cells do not tell, `others` do where they have a decimal comma throughout;
 * decimal points elsewhere tell nothing, for coordinates are often pasted from another source.
 */
export function numberStyle(cells: readonly unknown[], others: readonly unknown[]): NumberStyle {
  const own = bareTexts(cells)
  const elsewhere = decimalOf(bareTexts(others))
  return {
    decimal: decimalOf(own) ?? (elsewhere === ',' ? ',' : undefined),
    hasPlain: own.some((text) => /^\d+$/.test(text))
  }
}

const TWO_READINGS = /^[+-]?[1-9]\d{0,2}([.,])\d{3}$/

/**
 * A number whose only mark stands before three digits (`1.000`): thousands or decimals, as its column says. `either`: both
 * readings, where nothing says which. null: the text is not of this kind.
 */
export function readMarked(text: string, style: NumberStyle): number | { either: [number, number] } | null {
  const bare = text.replace(/[\s\u00a0]/g, '')
  const mark = TWO_READINGS.exec(bare)?.[1]
  if (mark === undefined) return null
  const [thousands, decimals] = [Number(bare.replace(mark, '')), Number(bare.replace(mark, '.'))]
  if (style.decimal !== undefined) return style.decimal === mark ? decimals : thousands
  return style.hasPlain && bare.endsWith('0') ? thousands : { either: [thousands, decimals] }
}

import type { Ask } from '../figures/draft.ts'
import { HttpError } from '../http/errors.ts'

const TECHNOLOGIES = ['4G', '5G']

function unknownOperator(name: string, known: readonly string[]) {
  const list = known.join(', ')
  return new HttpError(404, {
    vi: `Không có nhà mạng «${name}» tại xã này. ${known.length > 0 ? `Hãy chọn một trong: ${list}.` : 'Chưa nhà mạng nào được khai báo hay cung cấp bản đồ.'}`,
    en: `There is no operator “${name}” in this commune. ${known.length > 0 ? `Choose one of: ${list}.` : 'None has been declared or has delivered a map.'}`
  })
}

/**
 * The same question about one operator's maps alone, as if it were the only one expected. Throws 404 where the operator is
 * neither expected nor has a map; undefined leaves the question as it is.
 */
export function restrictTo(ask: Ask, operator: string | undefined): Ask {
  if (operator === undefined) return ask
  const known = [...new Set([...ask.maps, ...ask.expected].map((row) => row.operator))].sort()
  if (!known.includes(operator)) throw unknownOperator(operator, known)
  const expected = ask.grounds.flatMap(({ code }) =>
    TECHNOLOGIES.map((technology) => {
      const row = ask.expected.find(
        (one) => one.communeCode === code && one.technology === technology && one.operator === operator
      )
      return row ?? { communeCode: code, technology, operator, importId: null }
    })
  )
  return { ...ask, maps: ask.maps.filter((map) => map.operator === operator), expected }
}

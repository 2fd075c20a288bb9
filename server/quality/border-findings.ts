import { areaText, shownAt, type Found } from './found.ts'
import type { findInvalid, findReaches, GapRow, OverlapRow, VillageRow } from './border-queries.ts'

type Rows<F extends (...given: never[]) => Promise<readonly unknown[]>> = Awaited<ReturnType<F>>

const recordOf = ({ id, name }: VillageRow) => ({ label: name, collection: 'villages', place: id })

/** What GEOS calls a fault begins with these words. */
const FAULTS = [
  ['Self-intersection', { vi: 'ranh giới tự cắt', en: 'the border crosses itself' }],
  ['Ring Self-intersection', { vi: 'ranh giới tự chạm vào chính nó', en: 'the border touches itself' }],
  ['Hole lies outside', { vi: 'có phần khoét nằm ngoài ranh giới', en: 'a hole lies outside the border' }],
  ['Nested', { vi: 'có hai vòng lồng nhau sai', en: 'two rings lie within one another' }],
  ['Interior is disconnected', { vi: 'phần khoét cắt rời vùng', en: 'a hole cuts the area apart' }],
  ['Duplicate Rings', { vi: 'có hai vòng trùng nhau', en: 'two rings are the same' }],
  ['Too few points', { vi: 'có vòng quá ít đỉnh', en: 'a ring has too few corners' }]
] as const
const BROKEN = { vi: 'ranh giới bị lỗi hình học', en: 'the border is broken' }

/** Borders that are no area as they are drawn. */
export const invalidFindings = (rows: Rows<typeof findInvalid>): Found[] =>
  rows.map((row) => {
    const fault = FAULTS.find(([start]) => row.fault.startsWith(start))?.[1] ?? BROKEN
    return {
      key: `invalid:${row.code}`,
      kind: 'invalid',
      severity: 'error',
      collection: 'villages',
      records: [recordOf(row)],
      text: { vi: `${row.name}: ${fault.vi}.`, en: `${row.name}: ${fault.en}.` },
      measure: null,
      unit: null,
      ...shownAt(row)
    }
  })

const PROVISIONAL = {
  vi: ' Một trong hai là ranh giới tạm; số liệu tính phần chung cho ranh giới thật.',
  en: ' One of both is a provisional border; figures count what is shared for the real one.'
}
const NONE = { vi: '', en: '' }

/** Two villages on the same ground. */
export const overlapFindings = (rows: readonly OverlapRow[]): Found[] =>
  rows.map(({ a, b, provisional, areaM2, ...shown }) => {
    const area = areaText(areaM2)
    const more = provisional ? PROVISIONAL : NONE
    return {
      key: `overlap:${a.code}|${b.code}`,
      kind: 'overlap',
      severity: provisional ? 'note' : 'error',
      collection: 'villages',
      records: [recordOf(a), recordOf(b)],
      text: {
        vi: `${a.name} và ${b.name} chồng lên nhau ${area.vi} m².${more.vi}`,
        en: `${a.name} and ${b.name} overlap by ${area.en} m².${more.en}`
      },
      measure: areaM2,
      unit: 'm2',
      ...shownAt(shown)
    }
  })

const place = ({ lng, lat }: GapRow) => `${(lng ?? 0).toFixed(5)},${(lat ?? 0).toFixed(5)}`

/** A gap keeps the key by which it is known; of pieces into which one was cut the largest does. */
function gapKeys(rows: readonly GapRow[]): string[] {
  const heirs = new Map<string, GapRow>()
  for (const row of rows) {
    if (row.known === null) continue
    const heir = heirs.get(row.known)
    if (!heir || heir.shared < row.shared) heirs.set(row.known, row)
  }
  return rows.map((row) =>
    row.known !== null && heirs.get(row.known) === row ? row.known : `gap:${place(row)}`
  )
}

function besideText({ beside }: GapRow) {
  const names = beside.slice(0, 4).map(({ name }) => name)
  const more = beside.length > names.length ? ', …' : ''
  if (names.length === 0) return { vi: 'không giáp thôn nào', en: 'beside no village' }
  return { vi: `giáp ${names.join(', ')}${more}`, en: `beside ${names.join(', ')}${more}` }
}

/** Ground within the commune that no village has. */
export function gapFindings(rows: readonly GapRow[]): Found[] {
  const keys = gapKeys(rows)
  return rows.map((row, index) => {
    const area = areaText(row.areaM2)
    const beside = besideText(row)
    return {
      key: keys[index] ?? '',
      kind: 'gap',
      severity: 'warning',
      collection: 'villages',
      records: row.beside.slice(0, 4).map(recordOf),
      text: {
        vi: `Khoảng trống ${area.vi} m² trong xã không thuộc thôn nào, ${beside.vi}.`,
        en: `A gap of ${area.en} m² within the commune belongs to no village, ${beside.en}.`
      },
      measure: row.areaM2,
      unit: 'm2',
      ...shownAt(row)
    }
  })
}

/** Villages that reach beyond the commune. */
export const reachFindings = (rows: Rows<typeof findReaches>): Found[] =>
  rows.map((row) => {
    const area = areaText(row.areaM2)
    return {
      key: `reach:${row.code}`,
      kind: 'reach',
      severity: 'error',
      collection: 'villages',
      records: [recordOf(row)],
      text: {
        vi: `${row.name} lấn ra ngoài ranh giới xã ${area.vi} m².`,
        en: `${row.name} reaches ${area.en} m² beyond the commune’s border.`
      },
      measure: row.areaM2,
      unit: 'm2',
      ...shownAt(row)
    }
  })

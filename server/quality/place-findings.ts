import { LIKENESS_WORDS, likenessOf, spellingOf, type Likeness } from '../collections/likeness.ts'
import { distanceText, named, numberText, shownAt, type Found } from './found.ts'
import type { Bilingual } from '../http/language.ts'
import type { OutsideRow, PairRecord, PairRow } from './place-queries.ts'
import type { Kept } from './record-sql.ts'

const LIMITED = {
  vi: ' Vị trí được giữ kín; khoảng cách chỉ người quản lý di tích xem được.',
  en: ' Its place is kept hidden; the distance is for those who manage relics.'
}
const NOBODYS = {
  vi: 'chưa thuộc xã nào, nằm gần xã này nhất, cách ranh giới',
  en: 'belongs to no commune; this one is the nearest, at'
}
const OUTSIDE = { vi: 'nằm ngoài ranh giới xã', en: 'lies outside the commune’s border by' }

function outsideText(name: Bilingual, { own, metres, hidden }: OutsideRow): Bilingual {
  if (hidden)
    return {
      vi: `${name.vi}: nằm ngoài ranh giới xã.${LIMITED.vi}`,
      en: `${name.en} lies outside the commune’s border.${LIMITED.en}`
    }
  const away = distanceText(metres)
  const words = own ? OUTSIDE : NOBODYS
  return { vi: `${name.vi}: ${words.vi} ${away.vi}.`, en: `${name.en} ${words.en} ${away.en}.` }
}

/** Places outside of their commune. */
export const outsideFindings = (kept: Kept, rows: readonly OutsideRow[]): Found[] => {
  const { id: collection } = kept
  return rows.map((row) => ({
    key: `outside:${collection}:${row.thing}`,
    kind: 'outside',
    severity: 'error',
    collection,
    records: [{ label: row.label, collection, place: row.own ? row.id : null }],
    text: outsideText(named(row.label, kept), row),
    measure: row.hidden ? null : row.metres,
    unit: 'm',
    ...shownAt(row)
  }))
}

/** Household points outside, told together: where people live is not listed. */
export function premisesFinding(count: number, metres: number): Found[] {
  if (count === 0) return []
  const [number, away] = [numberText(count), distanceText(metres)]
  return [
    {
      key: 'outside:premises',
      kind: 'outside',
      severity: 'error',
      collection: 'premises',
      records: [],
      text: {
        vi: `${number.vi} điểm hộ ghi là của xã nhưng nằm ngoài ranh giới xã, xa nhất ${away.vi}. Hãy nạp lại tệp điểm hộ với vị trí đúng.`,
        en: `${number.en} household points are said to be the commune’s but lie outside it, by ${away.en} at most. Take the file of household points in again with their right places.`
      },
      measure: count,
      unit: 'places',
      at: null,
      geometry: null
    }
  ]
}

function pairText({ a, b, metres }: PairRow, why: Likeness, kept: Kept): Bilingual {
  const same = a.label === b.label
  const { vi } = named(same ? `Hai «${a.label}»` : `«${a.label}» và «${b.label}»`, kept, 'many')
  const { en } = named(same ? `Two “${a.label}”` : `“${a.label}” and “${b.label}”`, kept, 'many')
  const away = distanceText(metres)
  return {
    vi: `${vi} cách nhau ${away.vi}, ${LIKENESS_WORDS[why].vi}: có thể là một.`,
    en: `${en} are ${away.en} apart and have ${LIKENESS_WORDS[why].en}: they may be one.`
  }
}

const toRecord = (collection: string) => (record: PairRecord) => ({
  label: record.label,
  collection,
  place: record.own ? record.id : null
})

/** Near places whose names are alike. */
export const duplicateFindings = (kept: Kept, rows: readonly PairRow[]): Found[] => {
  const { id: collection } = kept
  return rows.flatMap((row): Found[] => {
    const why = likenessOf(spellingOf(row.a.label), spellingOf(row.b.label))
    if (why === null) return []
    const things = [row.a.thing, row.b.thing].sort().join('|')
    return [
      {
        key: `duplicate:${collection}:${things}`,
        kind: 'duplicate',
        severity: 'warning',
        collection,
        records: [row.a, row.b].map(toRecord(collection)),
        text: pairText(row, why, kept),
        measure: row.metres,
        unit: 'm',
        ...shownAt(row)
      }
    ]
  })
}

import { writtenDay } from '../http/calendar.ts'
import type { Bilingual } from '../http/language.ts'
import type { LackingRow, UncheckedRow } from './fact-queries.ts'
import { named, numberText, shownAt, type Found } from './found.ts'
import type { Kept } from './record-sql.ts'

/** Items of the rule of digitisation. */
const ITEMS: Readonly<Record<string, Bilingual>> = {
  decided: { vi: 'xếp hạng, số và ngày quyết định', en: 'its rank, number and date of the decision' },
  placed: { vi: 'vị trí kèm sai số', en: 'a place with its accuracy' },
  pictured: { vi: 'đủ ảnh đạt yêu cầu', en: 'enough images that count' },
  described: { vi: 'lời giới thiệu bằng tiếng Việt', en: 'a description in Vietnamese' },
  credited: { vi: 'tác giả và giấy phép của lời giới thiệu', en: 'author and licence of the description' },
  more: {
    vi: 'ảnh 360°, mô hình 3D, âm thanh hoặc tài liệu số hóa',
    en: 'a 360° view, 3D model, audio or digitised document'
  },
  addressed: { vi: 'trang công khai', en: 'a public page' },
  archived: { vi: 'bản gốc lưu trữ', en: 'archived originals' }
}

const recordOf = (collection: string, { id, label }: { id: number; label: string }) => [
  { label, collection, place: id }
]

/** What records lack. */
export const lackingFindings = (kept: Kept, rows: readonly LackingRow[]): Found[] => {
  const { id: collection, fields } = kept
  const wordsOf = (name: string): Bilingual =>
    ITEMS[name] ?? fields.find((field) => field.name === name)?.title ?? { vi: name, en: name }
  return rows.map((row) => {
    const name = named(row.label, kept)
    const list = (language: 'vi' | 'en') => row.lacking.map((name) => wordsOf(name)[language]).join(', ')
    return {
      key: `missing:${collection}:${row.thing}`,
      kind: 'missing',
      severity: 'warning',
      collection,
      records: recordOf(collection, row),
      text: { vi: `${name.vi}: còn thiếu ${list('vi')}.`, en: `${name.en} lacks: ${list('en')}.` },
      measure: row.lacking.length,
      unit: 'facts',
      ...shownAt(row)
    }
  })
}

const WHAT: Readonly<Record<string, Bilingual>> = {
  cultural_houses: { vi: 'Wifi', en: 'its Wifi' },
  institutions: { vi: 'đường truyền', en: 'its line' },
  cameras: { vi: 'tình trạng camera', en: 'the camera’s state' },
  relics: { vi: 'hồ sơ di tích', en: 'its record' }
}

function uncheckedText(name: Bilingual, { lastDay, months }: UncheckedRow, what: Bilingual): Bilingual {
  if (lastDay === null || months === null)
    return {
      vi: `${name.vi}: chưa ai kiểm tra ${what.vi}.`,
      en: `${name.en}: nobody has checked ${what.en}.`
    }
  const [day, count] = [writtenDay(lastDay), numberText(months)]
  return {
    vi: `${name.vi}: ${what.vi} kiểm tra hoặc xác nhận gần nhất ngày ${day}, đã ${count.vi} tháng.`,
    en: `${name.en}: ${what.en} was last checked or confirmed on ${day}, ${count.en} months ago.`
  }
}

/** Checks that are due. */
export const uncheckedFindings = (kept: Kept, rows: readonly UncheckedRow[]): Found[] => {
  const { id: collection } = kept
  return rows.map((row) => ({
    key: `unchecked:${collection}:${row.thing}`,
    kind: 'unchecked',
    severity: 'warning',
    collection,
    records: recordOf(collection, row),
    text: uncheckedText(named(row.label, kept), row, WHAT[collection] ?? { vi: '', en: '' }),
    measure: row.months,
    unit: 'months',
    ...shownAt(row)
  }))
}

import type { Language } from './arguments.ts'
import type { FileReport } from './import-file.ts'

const SHOWN_ROWS = 200

const number = (value: number, language: Language) =>
  new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB').format(value)

function outcome(report: FileReport, language: Language): string {
  const { importId, collection, fileName } = report
  const rows = number(report.rowsAccepted, language)
  const texts = {
    published: {
      vi: `Đã nạp ${rows} dòng vào ${collection} từ «${fileName}» (lần nạp số ${importId}).`,
      en: `Imported ${rows} rows into ${collection} from «${fileName}» (import number ${importId}).`
    },
    unchanged: {
      vi: `Tệp «${fileName}» đã được nạp từ trước (lần nạp số ${importId}); không có gì thay đổi.`,
      en: `The file «${fileName}» was already imported (as number ${importId}); nothing has changed.`
    },
    valid: {
      vi: `Thử nạp: ${rows} dòng của «${fileName}» có thể vào ${collection}; chưa có gì thay đổi.`,
      en: `Dry run: ${rows} rows of «${fileName}» can go into ${collection}; nothing has changed.`
    },
    refused: {
      vi: `Chưa nạp gì từ «${fileName}»: ${number(report.refused.length, language)} dòng bị từ chối trên ${number(report.rowsRead, language)}.`,
      en: `Nothing was imported from «${fileName}»: ${number(report.refused.length, language)} of ${number(report.rowsRead, language)} rows are refused.`
    }
  }
  return texts[report.outcome][language]
}

function details(report: FileReport, language: Language): string[] {
  const vi = language === 'vi'
  const columns = Object.entries(report.columns).map(([field, column]) =>
    field === column ? field : `${field} ← ${column}`
  )
  return [
    report.crs && `${vi ? 'Hệ tọa độ' : 'Coordinate system'}: ${report.crs}`,
    columns.length > 0 && `${vi ? 'Các trường' : 'Fields'}: ${columns.join(', ')}`,
    report.unusedColumns.length > 0 &&
      `${vi ? 'Cột không dùng' : 'Columns not used'}: ${report.unusedColumns.join(', ')}`,
    report.rowsRepaired > 0 &&
      `${vi ? 'Đa giác đã sửa' : 'Polygons repaired'}: ${number(report.rowsRepaired, language)}`
  ].filter((line) => typeof line === 'string' && line !== '') as string[]
}

const TABLES = ['CSV', 'XLSX', 'ODS']

const ROW = { vi: 'Dòng', en: 'Row' }

const REFUSED_HEAD = {
  table: {
    vi: 'Các dòng bị từ chối (số dòng là số mà bảng tính hiện ở lề trái):',
    en: 'Refused rows (numbered as a spreadsheet shows them at the left):'
  },
  other: { vi: 'Các dòng bị từ chối:', en: 'Refused rows:' }
}

const more = (rest: number, language: Language) =>
  rest > 0
    ? [
        language === 'vi'
          ? `  … và ${rest} dòng nữa (xem đủ bằng --json).`
          : `  … and ${rest} more (all with --json).`
      ]
    : []

/** What to do about repeats, before and after. */
const REPEATS_HINT = {
  published: {
    vi: 'Nếu là một thì nay có hai lần: hãy gỡ lần nạp này rồi bỏ các dòng ấy khỏi tệp.',
    en: 'Those that are one are now there twice: undo this import and leave those rows out of the file.'
  },
  tried: {
    vi: 'Nạp vào thì thành địa điểm mới; nếu là một, hãy bỏ các dòng ấy khỏi tệp trước khi nạp.',
    en: 'They would become new places; leave those that are one out of the file before you import it.'
  }
}

function repeats({ repeats, outcome }: FileReport, language: Language): string[] {
  if (repeats.length === 0) return []
  const head = {
    vi: `${number(repeats.length, 'vi')} dòng có thể trùng với địa điểm đã có hoặc với dòng khác của tệp:`,
    en: `${number(repeats.length, 'en')} row(s) may be a place that is there already, or another row of the file:`
  }
  const lines = repeats
    .slice(0, SHOWN_ROWS)
    .map(({ row, about }) => `  ${ROW[language]} ${row}: ${about[language]}`)
  const hint = REPEATS_HINT[outcome === 'published' ? 'published' : 'tried']
  return [head[language], ...lines, ...more(repeats.length - lines.length, language), hint[language]]
}

function refusals(report: FileReport, language: Language): string[] {
  if (report.refused.length === 0) return []
  const lines = report.refused
    .slice(0, SHOWN_ROWS)
    .map(
      ({ row: at, reason, value }) =>
        `  ${ROW[language]} ${at}: ${reason[language]}${value === null ? '' : ` [${value}]`}`
    )
  lines.push(...more(report.refused.length - lines.length, language))
  const head = REFUSED_HEAD[TABLES.includes(report.format) ? 'table' : 'other'][language]
  const hint =
    report.outcome === 'refused' && report.rowsAccepted > 0
      ? [
          language === 'vi'
            ? 'Hãy sửa tệp rồi nạp lại, hoặc thêm --allow-partial để chỉ nạp các dòng đúng.'
            : 'Mend the file and import it again, or add --allow-partial to take the good rows only.'
        ]
      : []
  const kept = report.refusedFile
    ? [`${language === 'vi' ? 'Đã ghi các dòng này vào' : 'They were written to'}: ${report.refusedFile}`]
    : []
  return [head, ...lines, ...hint, ...kept]
}

/** The report as lines for a person. */
export function reportText(report: FileReport, language: Language): string {
  const notes = report.notes.map((note) => note[language])
  return [
    outcome(report, language),
    ...details(report, language),
    ...notes,
    ...repeats(report, language),
    ...refusals(report, language)
  ].join('\n')
}

import { writtenDay, dayInVietnam } from '../../http/calendar.ts'
import { html, type Html } from '../../http/html.ts'
import type { Bilingual, Language } from '../../http/language.ts'
import type { RoundCount, RoundLine, RoundRecord } from '../round-contract.ts'
import { KINDS, limitsText, REASONS } from '../words.ts'
import { paperOf } from './paper.ts'

const WORDS = {
  title: { vi: 'Biên bản làm sạch dữ liệu', en: 'Record of a data cleaning round' },
  draft: {
    vi: 'Bản tạm: đợt chưa kết thúc, số cuối đợt là số của hôm nay',
    en: 'Draft: the round is under way, its end is today’s state'
  },
  task: { vi: 'Thực hiện nhiệm vụ', en: 'Answers the task' },
  noTask: { vi: 'không gắn với nhiệm vụ nào của kế hoạch', en: 'no task of the plan' },
  span: { vi: 'Thời gian', en: 'From, to' },
  started: { vi: 'Mở đợt', en: 'Begun' },
  closed: { vi: 'Kết thúc', en: 'Closed' },
  limits: { vi: 'Ngưỡng kiểm tra (đầu và cuối đợt như nhau)', en: 'Limits (the same at both ends)' },
  results: { vi: 'I. Kết quả', en: 'I. Results' },
  kind: { vi: 'Nội dung kiểm tra', en: 'What was looked for' },
  start: { vi: 'Đầu đợt', en: 'At the start' },
  mended: { vi: 'Đã sửa', en: 'Mended' },
  accepted: { vi: 'Chấp nhận', en: 'Accepted' },
  added: { vi: 'Mới phát sinh', en: 'New' },
  end: { vi: 'Cuối đợt', en: 'At the end' },
  sum: { vi: 'Cộng', en: 'Total' },
  notLooked: { vi: 'không kiểm tra được', en: 'not looked at' },
  mendedList: { vi: 'II. Đã sửa', en: 'II. Mended' },
  acceptedList: { vi: 'III. Giữ nguyên, có lý do', en: 'III. Accepted as it is' },
  remainingList: { vi: 'IV. Còn phải sửa', en: 'IV. Still to be mended' },
  addedList: { vi: 'V. Mới phát sinh trong đợt', en: 'V. New since the start' },
  because: { vi: 'Lý do giữ nguyên', en: 'Accepted as it is, because' },
  conclusion: { vi: 'VI. Kết luận', en: 'VI. Conclusion' },
  none: { vi: 'Không có.', en: 'None.' },
  blank: { vi: '……………………………………………………', en: '……………………………………………………' },
  signedOn: { vi: '…………, ngày …… tháng …… năm ………', en: '…………, ………… (day, month, year)' },
  maker: { vi: 'NGƯỜI LẬP BIÊN BẢN', en: 'DRAWN UP BY' },
  checker: { vi: 'CÁN BỘ PHỤ TRÁCH DỮ LIỆU', en: 'IN CHARGE OF DATA' },
  chair: { vi: 'TM. ỦY BAN NHÂN DÂN', en: 'FOR THE COMMITTEE' },
  sign: { vi: '(Ký, ghi rõ họ tên)', en: '(Signature, full name)' },
  seal: { vi: '(Ký, đóng dấu)', en: '(Signature, seal)' }
} as const satisfies Record<string, Bilingual>

const day = (iso: string) => writtenDay(dayInVietnam(new Date(iso)))

function countCell(value: number | null) {
  return html`<td class="number">${value ?? '–'}</td>`
}

function countRow(count: RoundCount, language: Language) {
  const reason = count.endReason ?? count.startReason
  const why = reason === null ? '' : ` (${WORDS.notLooked[language]}: ${REASONS[reason][language]})`
  return html`<tr>
    <td>${KINDS[count.kind][language]}${why}</td>
    ${countCell(count.start)}${countCell(count.mended)}${countCell(count.accepted)}
    ${countCell(count.added)}${countCell(count.end)}
  </tr>`
}

/** Sums of what is known; a kind that was not looked at adds nothing and is named in its row. */
const sumOf = (counts: readonly RoundCount[], name: 'start' | 'mended' | 'accepted' | 'added' | 'end') =>
  counts.reduce((sum, count) => sum + (count[name] ?? 0), 0)

function countTable(counts: readonly RoundCount[], language: Language): Html {
  const names = ['start', 'mended', 'accepted', 'added', 'end'] as const
  return html`<div class="wide">
    <table>
      <thead>
        <tr>
          <th>${WORDS.kind[language]}</th>
          ${names.map((name) => html`<th class="number">${WORDS[name][language]}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${counts.map((count) => countRow(count, language))}
      </tbody>
      <tfoot>
        <tr>
          <td>${WORDS.sum[language]}</td>
          ${names.map((name) => countCell(sumOf(counts, name)))}
        </tr>
      </tfoot>
    </table>
  </div>`
}

function item({ text, accepted }: RoundLine, language: Language) {
  if (!accepted) return html`<li>${text[language]}</li>`
  const { reason, by, on } = accepted
  return html`<li>
    ${text[language]} <br /><i>${WORDS.because[language]}:</i> ${reason} (${by}, ${writtenDay(on)})
  </li>`
}

const lines = (title: Bilingual, list: readonly RoundLine[], language: Language): Html =>
  html`<h2>${title[language]} (${list.length})</h2>
    ${
      list.length === 0
        ? html`<p>${WORDS.none[language]}</p>`
        : html`<ol>
            ${list.map((line) => item(line, language))}
          </ol>`
    }`

const fact = (title: Bilingual, text: string, language: Language) =>
  html`<p><b>${title[language]}:</b> ${text}</p>`

const sign = (title: Bilingual, below: Bilingual, language: Language, name = '') =>
  html`<div>
    <b>${title[language]}</b><i>${below[language]}</i>
    <p>${name}</p>
  </div>`

/** The record of a cleaning round for signing. `commune`: its name with its kind. */
export function roundSheet(record: RoundRecord, commune: string, language: Language): string {
  const { round, limits, counts, mended, accepted, remaining, added } = record
  const title = WORDS.title[language]
  const closed =
    round.closedAt === null ? WORDS.draft[language] : `${day(round.closedAt)}, ${round.closedBy ?? ''}`
  const body = html`<h1>${title}</h1>
    <p class="about">${round.name}</p>
    <div class="facts">
      ${fact(WORDS.task, round.task ?? WORDS.noTask[language], language)}
      ${fact(WORDS.span, `${writtenDay(round.from)} – ${writtenDay(round.to)}`, language)}
      ${fact(WORDS.started, `${day(round.startedAt)}, ${round.startedBy}`, language)}
      ${fact(WORDS.closed, closed, language)}
      <p class="soft">${WORDS.limits[language]}: ${limitsText(limits)[language]}</p>
    </div>
    <h2>${WORDS.results[language]}</h2>
    ${countTable(counts, language)} ${lines(WORDS.mendedList, mended, language)}
    ${lines(WORDS.acceptedList, accepted, language)} ${lines(WORDS.remainingList, remaining, language)}
    ${lines(WORDS.addedList, added, language)}
    <h2>${WORDS.conclusion[language]}</h2>
    <p>${round.conclusion ?? WORDS.blank[language]}</p>
    <p class="signed">${WORDS.signedOn[language]}</p>
    <div class="signs">
      ${sign(WORDS.maker, WORDS.sign, language)} ${sign(WORDS.checker, WORDS.sign, language)}
      ${sign(WORDS.chair, WORDS.seal, language)}
    </div>`
  return paperOf(language, { title, commune, body })
}

import { writtenDay } from '../../http/calendar.ts'
import { html, type Html } from '../../http/html.ts'
import type { Bilingual, Language } from '../../http/language.ts'
import type { Finding, QualityCheck, QualityLimits } from '../contract.ts'
import { assignedTo } from '../findings-table.ts'
import { isAccepted } from '../judged.ts'
import { KINDS, limitsText, REASONS } from '../words.ts'
import { paperOf } from './paper.ts'

const WORDS = {
  title: { vi: 'Tình trạng chất lượng dữ liệu', en: 'State of the data' },
  on: { vi: 'Tính đến ngày', en: 'As of' },
  kind: { vi: 'Nội dung kiểm tra', en: 'What was looked for' },
  found: { vi: 'Phát hiện', en: 'Found' },
  accepted: { vi: 'Chấp nhận', en: 'Accepted' },
  open: { vi: 'Phải sửa', en: 'To be mended' },
  limits: { vi: 'Ngưỡng kiểm tra', en: 'Limits' },
  number: { vi: 'TT', en: 'No.' },
  what: { vi: 'Nội dung', en: 'What is wrong' },
  who: { vi: 'Giao cho', en: 'Assigned to' },
  nobody: { vi: 'chưa giao', en: 'nobody yet' },
  acceptedAs: { vi: 'chấp nhận', en: 'accepted' },
  notLooked: { vi: 'không kiểm tra được', en: 'not looked at' },
  none: { vi: 'Không có mục nào khớp bộ lọc.', en: 'Nothing fits the filters.' }
} as const satisfies Record<string, Bilingual>

function checkRow({ kind, found, accepted, reason }: QualityCheck, language: Language) {
  const cell = (value: number | null) => html`<td class="number">${value ?? '–'}</td>`
  const why = reason === null ? '' : ` (${WORDS.notLooked[language]}: ${REASONS[reason][language]})`
  const open = found === null || accepted === null ? null : found - accepted
  return html`<tr>
    <td>${KINDS[kind][language]}${why}</td>
    ${cell(found)}${cell(accepted)}${cell(open)}
  </tr>`
}

const heads = (words: readonly Bilingual[], language: Language) =>
  html`<thead>
    <tr>
      ${words.map((word) => html`<th>${word[language]}</th>`)}
    </tr>
  </thead>`

function whoText(finding: Finding, language: Language) {
  if (isAccepted(finding)) return `${WORDS.acceptedAs[language]}: ${finding.case.accepted?.reason ?? ''}`
  return assignedTo(finding) || WORDS.nobody[language]
}

const list = (findings: readonly Finding[], language: Language): Html =>
  findings.length === 0
    ? html`<p>${WORDS.none[language]}</p>`
    : html`<div class="wide">
        <table>
          ${heads([WORDS.number, WORDS.kind, WORDS.what, WORDS.who], language)}
          <tbody>
            ${findings.map(
              (finding, index) =>
                html`<tr>
                  <td class="number">${index + 1}</td>
                  <td>${KINDS[finding.kind][language]}</td>
                  <td>${finding.text[language]}</td>
                  <td>${whoText(finding, language)}</td>
                </tr>`
            )}
          </tbody>
        </table>
      </div>`

/** What is found today, as a table of counts and a list. */
export function findingsSheet(
  given: {
    commune: string
    day: string
    checks: readonly QualityCheck[]
    findings: readonly Finding[]
    limits: QualityLimits
  },
  language: Language
): string {
  const { commune, day, checks, findings, limits } = given
  const title = WORDS.title[language]
  const body = html`<h1>${title}</h1>
    <p class="about">${WORDS.on[language]} ${writtenDay(day)}</p>
    <div class="wide">
      <table>
        ${heads([WORDS.kind, WORDS.found, WORDS.accepted, WORDS.open], language)}
        <tbody>
          ${checks.map((check) => checkRow(check, language))}
        </tbody>
      </table>
    </div>
    <p class="soft">${WORDS.limits[language]}: ${limitsText(limits)[language]}</p>
    ${list(findings, language)}`
  return paperOf(language, { title, commune, body })
}

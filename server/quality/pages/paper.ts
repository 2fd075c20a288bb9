import type { FastifyReply } from 'fastify'
import { html, Html } from '../../http/html.ts'
import type { Bilingual, Language } from '../../http/language.ts'
import { FONT_FACES } from '../../http/pages/fonts.ts'
import { securityHeaders } from '../../http/security.ts'

// Paper is light whatever the screen's colours are.
const STYLE = `
${FONT_FACES}
@page { size: A4; margin: 18mm 15mm 18mm 20mm }
:root { color-scheme: light }
* { box-sizing: border-box }
body { margin: 0; background: #e9edef; color: #111; font: 12pt/1.45 "Be Vietnam Pro", system-ui, sans-serif }
main { width: min(210mm, 100%); margin: 0 auto; padding: 14mm; background: #fff }
h1, h2, p, ol, table { margin: 0; padding: 0 }
h1 { margin-top: 8mm; font-size: 15pt; line-height: 1.3; text-align: center; text-transform: uppercase }
h2 { margin-top: 6mm; font-size: 12pt; break-after: avoid }
.heads { display: grid; grid-template-columns: 1fr 1fr; gap: 6mm; text-align: center; font-size: 11pt }
.heads b { display: block }
.under { display: inline-block; padding-bottom: 1mm; border-bottom: 1px solid }
.about { text-align: center; font-style: italic }
.facts { margin-top: 5mm; display: grid; gap: 1mm }
table { width: 100%; margin-top: 2mm; border-collapse: collapse; font-size: 10.5pt }
th, td { padding: 1.2mm 2mm; border: 1px solid #555; text-align: left; vertical-align: top; overflow-wrap: anywhere }
td.number, th.number { text-align: right; white-space: nowrap }
thead { display: table-header-group } tr { break-inside: avoid }
tfoot td { font-weight: 600 }
ol { padding-left: 7mm; font-size: 10.5pt } li { break-inside: avoid }
.soft { color: #444; font-size: 10pt }
.signed { margin-top: 8mm; text-align: right; font-style: italic; break-after: avoid }
.signs { margin-top: 4mm; display: grid; grid-template-columns: repeat(3, 1fr); gap: 4mm; text-align: center; break-inside: avoid }
.signs b { display: block } .signs div { min-height: 38mm }
.hint { width: min(210mm, 100%); margin: 0 auto; padding: 3mm 14mm; font-size: 10.5pt; background: #fff7dc }
@media (max-width: 600px) {
  main { padding: 6mm } .heads { grid-template-columns: 1fr } .wide { overflow-x: auto }
}
@media print { body { background: none } main { width: auto; padding: 0 } .hint { display: none } }
`

// Not in a template: its text must be the very one that was hashed.
const STYLE_ELEMENT = new Html(`<style>${STYLE}</style>`)

const WORDS = {
  print: {
    vi: 'Nhấn Ctrl+P (hoặc nút In của trình duyệt) để in trên giấy A4.',
    en: 'Press Ctrl+P (or the browser’s Print) for A4 paper.'
  },
  state: { vi: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', en: 'SOCIALIST REPUBLIC OF VIET NAM' },
  motto: { vi: 'Độc lập – Tự do – Hạnh phúc', en: 'Independence – Freedom – Happiness' },
  committee: { vi: 'ỦY BAN NHÂN DÂN', en: 'PEOPLE’S COMMITTEE' }
} as const satisfies Record<string, Bilingual>

/** A sheet of paper with the heads of an official paper. `commune`: its name with its kind. */
export const paperOf = (
  language: Language,
  { title, commune, body }: { title: string; commune: string; body: Html }
): string =>
  html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · ${commune}</title>
        <link rel="icon" href="data:," />
        ${STYLE_ELEMENT}
      </head>
      <body>
        <p class="hint">${WORDS.print[language]}</p>
        <main>
          <div class="heads">
            <p>${WORDS.committee[language]} <b class="under">${commune.toLocaleUpperCase('vi')}</b></p>
            <p><b>${WORDS.state[language]}</b> <b class="under">${WORDS.motto[language]}</b></p>
          </div>
          ${body}
        </main>
      </body>
    </html> `.text

/** Answers with such a sheet, whose style the policy allows; nobody keeps it. */
export const sendPaper = (reply: FastifyReply, page: string) =>
  reply
    .headers({
      ...securityHeaders(STYLE),
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store'
    })
    .send(page)

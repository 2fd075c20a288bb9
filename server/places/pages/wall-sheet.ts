import { html, Html } from '../../http/html.ts'
import { qrDrawing, qrSheet, type Sheet } from '../../http/pages/qr-sheet.ts'
import type { Reader } from '../../http/pages/reader.ts'
import { WORDS } from './words.ts'

/** A house as its sheet names it; `address`: what the code opens, absolute. */
export interface HouseOfSheet {
  name: string
  where: string
  address: string
}

const sheetOf = ({ name, where, address }: HouseOfSheet, { language }: Reader): Sheet => ({
  title: name,
  below: where,
  address,
  sentence: WORDS.scan[language],
  language
})

/** The sheet (A4, SVG) for a house's wall: whoever joins the Wifi there scans it and records a check. */
export const wallSheetOf = (house: HouseOfSheet, reader: Reader): string => qrSheet(sheetOf(house, reader))

/** The style of the page of sheets: on paper the sheets alone, each on a page of its own. Its hash stands in the policy. */
export const SHEETS_STYLE = `
@page { size: A4; margin: 0 }
:root { color-scheme: light dark; --paper: light-dark(#f3f6f7,#0f1519); --ink: light-dark(#14222a,#e9eff2);
  --line: light-dark(#b9c5cb,#3a4a53) }
* { box-sizing: border-box }
body { margin: 0; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif }
header, ol { max-width: 210mm; margin: 0 auto; padding: 1rem }
h1 { margin: 0; font-size: 1.375rem; line-height: 1.3 }
p { margin: .5rem 0 0; max-width: 64ch }
ol { list-style: none; display: grid; gap: 1rem }
svg { display: block; width: 100%; height: auto; border: 1px solid var(--line) }
@media print {
  header { display: none }
  ol { padding: 0; gap: 0; max-width: none }
  li { break-after: page; break-inside: avoid }
  li:last-child { break-after: auto }
  svg { width: 210mm; height: 296.9mm; border: 0 }
}
`

// Not in a template: its text must be the very one that was hashed.
const STYLE_ELEMENT = new Html(`<style>${SHEETS_STYLE}</style>`)

/** The sheets of several houses as one page that is printed in one go. */
export function wallSheetsPage(houses: readonly HouseOfSheet[], reader: Reader): string {
  const { language } = reader
  const title = WORDS.sheets[language].replace('{count}', String(houses.length))
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title} · Địa bàn</title>
        <link rel="icon" href="data:," />
        ${STYLE_ELEMENT}
      </head>
      <body>
        <header>
          <h1>${title}</h1>
          <p>${WORDS.printSheets[language]}</p>
        </header>
        <main>
          <ol>
            ${houses.map((house) => html`<li>${qrDrawing(sheetOf(house, reader))}</li>`)}
          </ol>
        </main>
      </body>
    </html>`.text
}

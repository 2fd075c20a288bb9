import { encode } from 'uqr'
import { html } from '../../http/html.ts'
import type { Reader } from '../../http/pages/reader.ts'
import type { Relic } from '../contract.ts'
import { rankText, whereabouts, WORDS } from './words.ts'

// A4 upright, in millimetres.
const WIDTH = 210
const HEIGHT = 297
const MARGIN = 20
const QR_SIDE = 130
const QR_TOP = 108
/** Light modules around the code, as readers want them. */
const QUIET = 4
/** Widest letter that Vietnamese text in capitals needs, as a share of the size of the letters. */
const LETTER_SHARE = 0.56

/** Parts a text into lines that fit the sheet at a size of letters (mm); words stay whole where they fit at all. */
export function linesOf(text: string, size: number): string[] {
  const most = Math.floor((WIDTH - 2 * MARGIN) / (size * LETTER_SHARE))
  const lines: string[] = []
  for (const word of text
    .split(/\s+/)
    .flatMap((long) => long.match(new RegExp(`.{1,${most}}`, 'gu')) ?? [])) {
    const last = lines.at(-1)
    if (last !== undefined && `${last} ${word}`.length <= most) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

function centred(text: string, y: number, size: number, weight = 400) {
  return linesOf(text, size).map(
    (line, index) =>
      html`<text x="${WIDTH / 2}" y="${y + index * size * 1.25}" font-size="${size}" font-weight="${weight}"
        >${line}</text
      >`
  )
}

function code(address: string) {
  const { data, size } = encode(address, { ecc: 'Q', border: QUIET })
  const modules = data
    .flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join('')
  const scale = QR_SIDE / size
  return html`<path
    transform="translate(${(WIDTH - QR_SIDE) / 2} ${QR_TOP}) scale(${scale})"
    shape-rendering="crispEdges"
    d="${modules}"
  />`
}

/**
 * One sheet of paper (A4, SVG) for the relic's gate: its name, where it is, the code and its permanent address in letters.
 * Dark on white whatever the screen's colours are: readers of codes want it so.
 */
export function qrSheet(relic: Relic, address: string, { language }: Reader): string {
  const size = linesOf(relic.name, 16).length <= 2 ? 16 : 10
  const where = [rankText(relic.rank, language), whereabouts(relic)].filter(Boolean).join(' · ')
  const sheet = html`<svg
    xmlns="http://www.w3.org/2000/svg"
    width="${WIDTH}mm"
    height="${HEIGHT}mm"
    viewBox="0 0 ${WIDTH} ${HEIGHT}"
    role="img"
    aria-label="${relic.name}"
    lang="${language}"
  >
    <rect width="${WIDTH}" height="${HEIGHT}" fill="#fff" />
    <g fill="#000" text-anchor="middle" font-family="'Be Vietnam Pro', 'Noto Sans', Arial, sans-serif">
      ${centred(relic.name, 42, size, 700)} ${centred(where, 88, 6)} ${code(address)}
      ${centred(WORDS.scan[language], 254, 7, 600)} ${centred(address, 268, 5.5)}
    </g>
  </svg>`
  return `<?xml version="1.0" encoding="UTF-8"?>\n${sheet.text}\n`
}

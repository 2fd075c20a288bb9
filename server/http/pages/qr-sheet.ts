import { encode } from 'uqr'
import { html, type Html } from '../html.ts'
import type { Language } from '../language.ts'

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
function linesOf(text: string, size: number): string[] {
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

/** What stands on a sheet. */
export interface Sheet {
  /** The name of the thing it is for. */
  title: string
  /** One line below: what it is, where. */
  below: string
  /** What the code opens, absolute. */
  address: string
  /** What to do with the code. */
  sentence: string
  language: Language
}

/**
 * One sheet of paper (A4) for a gate or a wall: a name, where it is, the code and its address in letters. Dark on white
 * whatever the screen's colours are: readers of codes want it so.
 */
export function qrDrawing({ title, below, address, sentence, language }: Sheet): Html {
  const size = linesOf(title, 16).length <= 2 ? 16 : 10
  return html`<svg
    xmlns="http://www.w3.org/2000/svg"
    width="${WIDTH}mm"
    height="${HEIGHT}mm"
    viewBox="0 0 ${WIDTH} ${HEIGHT}"
    role="img"
    aria-label="${title}"
    lang="${language}"
  >
    <rect width="${WIDTH}" height="${HEIGHT}" fill="#fff" />
    <g fill="#000" text-anchor="middle" font-family="'Be Vietnam Pro', 'Noto Sans', Arial, sans-serif">
      ${centred(title, 42, size, 700)} ${centred(below, 88, 6)} ${code(address)}
      ${centred(sentence, 248, 7, 600)} ${centred(address, 272, 5.5)}
    </g>
  </svg>`
}

/** The same as a file of its own (SVG). */
export const qrSheet = (sheet: Sheet): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${qrDrawing(sheet).text}\n`

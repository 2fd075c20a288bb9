import sharp from 'sharp'

const WIDTH = 4096
const HEIGHT = 2048
/** Where the eye is level. */
const HORIZON = HEIGHT / 2

const at = (share: number) => Math.round(share * WIDTH)

/** A range of hills all around: it ends where it began. */
function hills(height: number, waves: number, colour: string) {
  const points = Array.from({ length: 129 }, (_, step) => {
    const x = (step / 128) * WIDTH
    const y =
      HORIZON -
      height *
        (0.6 +
          0.25 * Math.sin((step / 128) * waves * 2 * Math.PI) +
          0.15 * Math.cos((step / 64) * waves * 2 * Math.PI))
    return `${x.toFixed(1)} ${y.toFixed(1)}`
  })
  return `<path d="M0 ${HORIZON + 40}L${points.join('L')}L${WIDTH} ${HORIZON + 40}z" fill="${colour}"/>`
}

const tree = (share: number, size: number) =>
  `<path d="M${at(share) - size * 0.07} ${HORIZON + 130}v${-size}h${size * 0.14}v${size}z" fill="#6d4c35"/><ellipse cx="${at(share)}" cy="${HORIZON + 130 - size * 1.25}" rx="${size * 0.6}" ry="${size * 0.5}" fill="#4c8a4f"/>`

/** A house in front of one, `bays` wide. */
function house(share: number, bays: number, wall: string) {
  const [left, width] = [at(share), bays * 120]
  const floor = HORIZON + 150
  const columns = Array.from(
    { length: bays + 1 },
    (_, bay) => `<path d="M${left + bay * 120 - 8} ${floor}v-210h16v210z" fill="#5f2f1e"/>`
  )
  const doors = Array.from(
    { length: bays },
    (_, bay) => `<path d="M${left + bay * 120 + 28} ${floor}v-150h64v150z" fill="#3f2318"/>`
  )
  return `<path d="M${left} ${floor}v-210h${width}v210z" fill="${wall}"/>${doors.join('')}${columns.join('')}<path d="M${left - 70} ${floor - 200}q90 20 120-150h${width - 100}q30 170 120 150z" fill="#8c3a1e"/><path d="M${left - 40} ${floor}h${width + 80}v26h${-width - 80}z" fill="#b9b1a3"/>`
}

const SVG = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">
  <defs>
    <linearGradient id="sky" x2="0" y2="1"><stop stop-color="#7fb2d6"/><stop offset="1" stop-color="#e4eff3"/></linearGradient>
    <linearGradient id="yard" x2="0" y2="1"><stop stop-color="#b9a37e"/><stop offset="1" stop-color="#8d7a5a"/></linearGradient>
  </defs>
  <path d="M0 0h${WIDTH}v${HORIZON + 40}H0z" fill="url(#sky)"/>
  ${hills(260, 5, '#a9c1b0')}${hills(150, 9, '#86a58c')}
  <path d="M0 ${HORIZON + 20}h${WIDTH}v${HORIZON}H0z" fill="url(#yard)"/>
  ${Array.from({ length: 9 }, (_, row) => `<path d="M0 ${HORIZON + 190 + row * row * 11}h${WIDTH}" stroke="#00000022" stroke-width="${3 + row}"/>`).join('')}
  ${tree(0.06, 210)}${tree(0.3, 180)}${tree(0.47, 240)}${tree(0.72, 200)}${tree(0.94, 190)}
  ${house(0.12, 5, '#d9c39a')}${house(0.55, 3, '#cdb58a')}${house(0.79, 2, '#d9c39a')}
  <path d="M${at(0.38)} ${HORIZON + 160}v-240h60v240zm240 0v-240h60v240z" fill="#b8a888"/><path d="M${at(0.38) - 40} ${HORIZON - 80}q190-70 380 0l-30 36h-320z" fill="#8c3a1e"/>
  <text x="${at(0.5)}" y="${HEIGHT - 260}" font-family="sans-serif" font-size="70" text-anchor="middle" fill="#ffffff99">Minh họa</text>
</svg>`

/** An equirectangular drawing of a relic's court, 2:1, as a 360° camera's program would hand it in; always the same bytes. */
export const drawPanorama = (): Promise<Buffer> => sharp(Buffer.from(SVG)).jpeg({ quality: 82 }).toBuffer()

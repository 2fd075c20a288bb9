import sharp from 'sharp'
import { MARK } from './report-pictures.ts'

/** What a drawing of a relic shows. */
export type RelicScene =
  'house' | 'gate' | 'roof' | 'altar' | 'well' | 'bell' | 'yard' | 'falls' | 'mound' | 'tablet' | 'decision'

// 0.96 megapixel: enough for the rule.
const WIDTH = 1200
const HEIGHT = 800

/** Of one relic: its walls, its roof, and how many bays it has. */
export interface RelicLook {
  wall: string
  roof: string
  bays: number
}

const tree = (x: number, y: number, size: number) =>
  `<path d="M${x - size * 0.07} ${y}v${-size}h${size * 0.14}v${size}z" fill="#6d4c35"/><ellipse cx="${x}" cy="${y - size * 1.25}" rx="${size * 0.62}" ry="${size * 0.52}" fill="#4c8a4f"/>`

/** A long house with a curved roof, whose ridge bears two finials; `y`: of its floor. */
function house({ wall, roof, bays }: RelicLook, x: number, y: number, width: number) {
  const height = width * 0.24
  const top = y - height
  const bay = width / bays
  const columns = Array.from({ length: bays + 1 }, (_, index) => x + index * bay)
    .map((at) => `<path d="M${at - 9} ${y}V${top}h18V${y}z" fill="#5f2f1e"/>`)
    .join('')
  const doors = Array.from({ length: bays }, (_, index) => x + (index + 0.5) * bay)
    .map((at) => `<path d="M${at - bay * 0.27} ${y}v${-height * 0.72}h${bay * 0.54}V${y}z" fill="#3f2318"/>`)
    .join('')
  const [left, right, peak] = [x - width * 0.09, x + width * 1.09, top - width * 0.2]
  return (
    `<path d="M${x} ${y}V${top}h${width}V${y}z" fill="${wall}"/>${doors}${columns}` +
    `<path d="M${left} ${top - 14}Q${x + width * 0.14} ${top + 4} ${x + width * 0.16} ${peak}H${x + width * 0.84}Q${x + width * 0.86} ${top + 4} ${right} ${top - 14}L${x + width * 1.02} ${top + 14}H${x - width * 0.02}z" fill="${roof}"/>` +
    `<path d="M${x + width * 0.14} ${peak}q20-34 46-8H${x + width * 0.84 - 40}q26-26 46 8z" fill="#d9b26a"/>` +
    `<path d="M${x - 30} ${y}h${width + 60}v26H${x - 30}z" fill="#b9b1a3"/>`
  )
}

const GROUND = '<path d="M0 560h1200v240H0z" fill="#b9a37e"/><path d="M0 560h1200v22H0z" fill="#97a865"/>'
const BEHIND =
  '<path d="M0 0h1200v600H0z" fill="#cfe3ea"/><path d="M0 470 220 330l190 90 260-170 250 160 280-120v330H0z" fill="#93b09a"/>'
const INSIDE =
  '<path d="M0 0h1200v800H0z" fill="#3b2418"/><path d="M0 640h1200v160H0z" fill="#6a4430"/><path d="M120 0h60v800h-60zm900 0h60v800h-60z" fill="#5f2f1e"/>'

const SCENES: Record<RelicScene, (look: RelicLook) => string> = {
  house: (look) => BEHIND + GROUND + tree(110, 600, 170) + tree(1090, 610, 190) + house(look, 250, 600, 700),
  gate: ({ wall, roof }) =>
    `${BEHIND}${GROUND}${tree(170, 620, 200)}<path d="M380 640V330h90v310zm350 0V330h90v310z" fill="${wall}"/><path d="M340 330q260-60 520 0l-40 44H380z" fill="${roof}"/><path d="M440 284q160-50 320 0l-26 34H466z" fill="${roof}"/><path d="M470 640V450q130-90 260 0v190z" fill="#8e9a86"/>`,
  roof: ({ roof }) =>
    `${BEHIND}<path d="M0 800V560Q260 520 380 230h820v570z" fill="${roof}"/>${Array.from({ length: 14 }, (_, row) => `<path d="M0 ${330 + row * 36}h1200" stroke="#00000030" stroke-width="6" stroke-dasharray="34 8"/>`).join('')}<path d="M340 236q60-120 170-40 60 40 130 6h560v40H360z" fill="#d9b26a"/>`,
  altar: ({ roof }) =>
    `${INSIDE}<path d="M330 640V470h540v170z" fill="${roof}"/><path d="M430 470V330h340v140z" fill="#c9a24b"/><path d="M470 430h260v-60H470z" fill="#7a2b1e"/><path d="M380 470v-70h24v70zm416 0v-70h24v70z" fill="#e0c070"/><circle cx="392" cy="384" r="12" fill="#f3d68a"/><circle cx="808" cy="384" r="12" fill="#f3d68a"/>`,
  well: () =>
    `${BEHIND}${GROUND}${tree(930, 600, 210)}<ellipse cx="560" cy="640" rx="250" ry="82" fill="#8f8a80"/><ellipse cx="560" cy="612" rx="250" ry="82" fill="#b9b4a8"/><ellipse cx="560" cy="612" rx="188" ry="56" fill="#2f4a52"/>`,
  bell: () =>
    `${INSIDE}<path d="M220 120h760v50H220z" fill="#7c4a30"/><path d="M480 610q-20-340 80-400 40-30 80 0 100 60 80 400z" fill="#6f7f5c"/><path d="M470 610h260v34H470z" fill="#5d6b4c"/><path d="M505 420h190m-196 90h202" stroke="#4b573d" stroke-width="10"/><circle cx="600" cy="550" r="24" fill="#8b9a75"/>`,
  yard: (look) =>
    `${BEHIND}<path d="M0 500h1200v300H0z" fill="#c9b894"/>${Array.from({ length: 7 }, (_, row) => `<path d="M0 ${540 + row * 38}h1200" stroke="#a9966f" stroke-width="4"/>`).join('')}${house(look, 420, 520, 360)}${tree(190, 640, 210)}<path d="M820 690h120v-40H820z" fill="#8d8578"/>`,
  falls: () =>
    '<path d="M0 0h1200v800H0z" fill="#cfe3ea"/><path d="M0 800V260l330-130 130 90 40 420zm1200 0V210L900 90 720 230l-30 420z" fill="#5d7a5c"/><path d="M460 190q130 40 260 20l-30 470H500z" fill="#f4fafc"/><path d="M520 230l10 420m60-400v400m70-410-6 410" stroke="#bcd9e4" stroke-width="10"/><ellipse cx="600" cy="700" rx="420" ry="70" fill="#7fb2c6"/>',
  mound: () =>
    `${BEHIND}${GROUND}<path d="M160 640q440-300 880 0z" fill="#86975a"/><path d="M430 640h340l-40 90H470z" fill="#7a5a3c"/><path d="M430 640l60 60m280-60-60 60" stroke="#5b4129" stroke-width="10"/><path d="M420 610h360" stroke="#f2ead8" stroke-width="6" stroke-dasharray="30 20"/>`,
  tablet: () =>
    `${BEHIND}${GROUND}${tree(960, 600, 200)}<path d="M400 640V280q200-150 400 0v360z" fill="#a8a79f"/><path d="M360 640h480v60H360z" fill="#8c8a82"/>${Array.from({ length: 8 }, (_, row) => `<path d="M460 ${330 + row * 36}h280" stroke="#75746d" stroke-width="9" stroke-dasharray="${26 + row * 5} 14"/>`).join('')}`,
  decision: () =>
    `<path d="M0 0h1200v800H0z" fill="#6d6a66"/><path d="M300 30h600v760H300z" fill="#fbf8ef"/>${Array.from({ length: 15 }, (_, row) => `<path d="M370 ${230 + row * 30}h${row % 5 === 4 ? 240 : 460}" stroke="#9d988c" stroke-width="7"/>`).join('')}<path d="M370 120h180m130 0h150M470 180h260" stroke="#55524b" stroke-width="10"/><circle cx="760" cy="690" r="62" fill="none" stroke="#b3382c" stroke-width="9"/>`
}

function svgOf(scene: RelicScene, look: RelicLook) {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">
    <g stroke-linejoin="round" fill-rule="evenodd">${SCENES[scene](look)}</g>
    <rect x="960" y="724" width="214" height="58" rx="8" fill="#12191d" opacity=".78"/>
    <g transform="translate(982 740) scale(1.5 1.4)" fill="none" stroke="#fff" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round">${MARK}</g>
  </svg>`
}

/** A plain drawing as an office would hand in a photo: JPEG, marked "Minh họa"; always the same bytes. */
export const drawRelic = (scene: RelicScene, look: RelicLook): Promise<Buffer> =>
  sharp(Buffer.from(svgOf(scene, look)))
    .jpeg({ quality: 85 })
    .toBuffer()

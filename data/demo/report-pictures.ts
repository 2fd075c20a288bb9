import sharp from 'sharp'

/** What the plain pictures of the illustration show, before and after. */
export type Scene = 'heap' | 'rubble' | 'smoke' | 'water' | 'road' | 'tree'

const WIDTH = 880
const HEIGHT = 660

/** By category; a hidden place has no picture. */
export const SCENE_OF: Readonly<Record<string, Scene | undefined>> = {
  illegal_dump: 'heap',
  uncollected_waste: 'heap',
  animal_carcass: 'heap',
  construction_waste: 'rubble',
  road_obstacle: 'rubble',
  waste_burning: 'smoke',
  wastewater: 'water',
  road_damage: 'road',
  traffic_hazard: 'road',
  danger_to_people: 'tree',
  sign_light_fault: 'tree'
}

// Strokes on a grid of 10 × 14 per letter: a server without fonts writes them too. Ọ is an O with a point below.
const LETTERS: Readonly<Record<string, string>> = {
  M: 'M0 14V0L5 9 10 0V14',
  I: 'M5 0V14',
  N: 'M0 14V0L10 14V0',
  H: 'M0 0V14M10 0V14M0 7H10',
  Ọ: 'M5 0C-1.6 0-1.6 14 5 14S11.600 0 5 0ZM5 18V18.1',
  A: 'M0 14 5 0 10 14M2 9H8'
}

/** "MINH HỌA" in strokes. */
export const MARK = [...'MINH HỌA']
  .map((letter, index) => `<path d="${LETTERS[letter] ?? ''}" transform="translate(${index * 15} 0)"/>`)
  .join('')

const bag = (x: number, y: number, size: number, colour: string) =>
  `<path d="M${x} ${y}c-${size} 0-${size * 1.2}-${size * 1.5}-${size * 0.3}-${size * 1.7}l-${size * 0.2}-${size * 0.3}h${size}l-${size * 0.2} ${size * 0.3}c${size * 0.9} ${size * 0.2} ${size * 0.7} ${size * 1.7}-${size * 0.3} ${size * 1.7}z" fill="${colour}"/>`

const tree = (x: number, y: number, height: number, lean = 0) =>
  `<g transform="rotate(${lean} ${x} ${y})"><path d="M${x - 9} ${y}V${y - height}h18v${height}z" fill="#6d4c35"/>` +
  `<ellipse cx="${x}" cy="${y - height - 40}" rx="92" ry="82" fill="#4c8a4f"/><ellipse cx="${x - 40}" cy="${y - height - 5}" rx="58" ry="46" fill="#3f7a45"/></g>`

/** What is wrong, and what is there when it is mended, in front of the same road and fields. */
const SCENES: Record<Scene, { before: string; after: string }> = {
  heap: {
    before: [
      [250, 520, 62, '#3d4450'],
      [345, 540, 70, '#56606e'],
      [440, 515, 58, '#e8e4da'],
      [520, 545, 74, '#2f3742'],
      [395, 575, 60, '#c9542f'],
      [300, 585, 56, '#d9c08a'],
      [600, 575, 58, '#7b8794']
    ]
      .map(([x, y, size, colour]) => bag(Number(x), Number(y), Number(size), String(colour)))
      .join(''),
    after: `<path d="M360 560V360M360 360h190v110H360z" stroke="#55606b" stroke-width="10" fill="#fff"/><path d="M405 440 505 390M405 390l100 50" stroke="#b3261e" stroke-width="14"/>`
  },
  rubble: {
    before:
      '<path d="M210 590 290 470l70 30 60-90 90 60 60-20 90 140z" fill="#9a8f83"/><path d="m300 560 60-24 40 30-70 26zm170 0 50-40 60 30-50 34zm-60-70 46-26 34 24-40 24z" fill="#b5523b"/><path d="m360 520 40-20 24 18-38 20z" fill="#d8d2c8"/>',
    after: '<path d="M240 590h420" stroke="#b9b2a7" stroke-width="8" stroke-dasharray="6 26"/>'
  },
  smoke: {
    before:
      '<g fill="#6f767d"><ellipse cx="470" cy="250" rx="150" ry="90" opacity=".55"/><ellipse cx="410" cy="350" rx="105" ry="72" opacity=".65"/><ellipse cx="440" cy="450" rx="66" ry="58" opacity=".8"/></g><path d="M380 590c-30-70 40-80 40-140 50 40 40 70 62 84 8-20 4-34 2-46 50 50 40 80 22 102z" fill="#e2711d"/><path d="M360 590h180v16H360z" fill="#3a2f27"/>',
    after: '<ellipse cx="450" cy="590" rx="110" ry="16" fill="#5b5147" opacity=".5"/>'
  },
  water: {
    before:
      '<path d="M150 560c120-50 240 30 330-10s180-30 260 20l-20 60H170z" fill="#3c4a44"/><path d="M250 580c60-16 120 12 180-4m60 6c60-16 90 6 140-2" stroke="#6a7f76" stroke-width="8" fill="none"/><path d="M380 500h140v40H380z" fill="#8b8f94"/><path d="M395 505v30m25-30v30m25-30v30m25-30v30m25-30v30" stroke="#33383d" stroke-width="8"/>',
    after:
      '<path d="M300 520h300v70H300z" fill="#a9adb1"/><path d="M400 520v70m100-70v70" stroke="#7b8086" stroke-width="6"/><path d="M320 534h50m60 0h40m60 0h50" stroke="#7b8086" stroke-width="8"/>'
  },
  road: {
    before:
      '<ellipse cx="380" cy="545" rx="120" ry="34" fill="#38332e"/><ellipse cx="380" cy="552" rx="92" ry="22" fill="#57656d"/><ellipse cx="560" cy="590" rx="70" ry="20" fill="#38332e"/><path d="m300 500 40 20 60-10 50 16 70-14" stroke="#38332e" stroke-width="7" fill="none"/>',
    after:
      '<path d="M250 515h270v64H250z" fill="#3f4347"/><path d="M500 572h130v44H500z" fill="#3f4347"/><path d="M440 640V470" stroke="#f2f0ea" stroke-width="10" stroke-dasharray="34 26"/>'
  },
  tree: {
    before: `${tree(520, 590, 230, -38)}<path d="M150 590V210m-40 20h80" stroke="#6b7178" stroke-width="14"/><path d="M190 232c150 130 300 60 690 20" stroke="#33383d" stroke-width="5" fill="none"/>`,
    after: `<path d="M500 590v-40h46v40z" fill="#8a6a4d"/><ellipse cx="523" cy="550" rx="23" ry="9" fill="#c9a77f"/><path d="M150 590V210m-40 20h80" stroke="#6b7178" stroke-width="14"/><path d="M190 232c200 40 400 40 690 0" stroke="#33383d" stroke-width="5" fill="none"/>`
  }
}

export const hasPicturesOf = (scene: Scene) => scene in SCENES

function svgOf(scene: Scene, role: 'before' | 'after') {
  const sky = role === 'before' ? '#c9d3da' : '#bfe0ee'
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">
    <rect width="${WIDTH}" height="${HEIGHT}" fill="${sky}"/>
    <path d="M0 300 160 210l150 70 190-120 200 130 180-70v180H0z" fill="#8fae9c"/>
    <path d="M0 330h${WIDTH}v170H0z" fill="#9dbb63"/><path d="M0 380h${WIDTH}M0 425h${WIDTH}" stroke="#86a54f" stroke-width="8"/>
    ${tree(90, 430, 70)}${tree(810, 440, 90)}
    <path d="M0 460h${WIDTH}v${HEIGHT - 460}H0z" fill="#8a8f93"/><path d="M0 460h${WIDTH}v16H0z" fill="#c8bda6"/>
    <g stroke-linejoin="round">${SCENES[scene][role]}</g>
    <rect x="333" y="24" width="214" height="62" rx="8" fill="#12191d" opacity=".82"/>
    <g transform="translate(355 42) scale(1.5 1.4)" fill="none" stroke="#fff" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round">${MARK}</g>
  </svg>`
}

/** A plain drawing as a photo of a phone would come: JPEG, marked "Minh họa". */
export const drawScene = (scene: Scene, role: 'before' | 'after'): Promise<Buffer> =>
  sharp(Buffer.from(svgOf(scene, role)))
    .jpeg({ quality: 82 })
    .toBuffer()

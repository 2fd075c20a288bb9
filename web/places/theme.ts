import { badge, type BadgeShape, type Drawing } from '../map/drawing.ts'
import { HALO, INK, RING } from '../map/flavour.ts'
import { REGULAR } from '../map/fonts.ts'
import type { Localized } from '../../server/collections/contract.ts'
import { POINT_ICON_SIZE, pointIconHalfPx } from '../map/point-icon.ts'
import type { Colour, Look, Theme, ThemeLayer, TileSource } from '../map/theme.ts'

const source: TileSource = {
  id: 'places',
  collections: ['cultural_houses', 'institutions', 'cameras'],
  minzoom: 8,
  maxzoom: 14
}

/** Declared Wifi. Shape of the edge, glyph and colour all say it. */
const WIFI_STATES = ['yes', 'no', 'unknown'] as const
type WifiState = (typeof WIFI_STATES)[number]
interface IconClass {
  title: Localized
  shape: BadgeShape
  fill: Colour
  ink: Colour
  glyph: string
  dash?: readonly number[]
}
const PAPER: Colour = { light: '#ffffff', dark: '#161e23' }
const WIFI_YES: Colour = { light: '#1a5fa6', dark: '#86bdf2' }
const WIFI_NO: Colour = { light: '#a8430a', dark: '#f7a56d' }
const WIFI_UNKNOWN: Colour = { light: '#56646c', dark: '#a3b1b9' }
const WIFI: Record<WifiState, IconClass> = {
  yes: {
    title: { vi: 'Có Wifi', en: 'Wifi' },
    shape: 'house',
    fill: WIFI_YES,
    ink: PAPER,
    glyph: 'M7.6 12.6a6.2 6.2 0 0 1 8.8 0M9.7 15a3.2 3.2 0 0 1 4.6 0M12 17.6v.1'
  },
  no: {
    title: { vi: 'Không có Wifi', en: 'No Wifi' },
    shape: 'house',
    fill: PAPER,
    ink: WIFI_NO,
    glyph: 'M8.6 11.2l6.8 6.8M15.4 11.2l-6.8 6.8'
  },
  unknown: {
    title: { vi: 'Chưa rõ có Wifi hay không', en: 'Wifi not known' },
    shape: 'house',
    fill: PAPER,
    ink: WIFI_UNKNOWN,
    dash: [2.6, 2.4],
    glyph: 'M9.7 11.6a2.4 2.4 0 1 1 3.5 2.1c-.8.4-1.2.9-1.2 1.6M12 18v.1'
  }
}

const INSTITUTION_KINDS = ['office', 'school', 'health'] as const
type InstitutionKind = (typeof INSTITUTION_KINDS)[number]
const INSTITUTION: Colour = { light: '#3d4652', dark: '#c5cfd8' }
const INSTITUTIONS: Record<InstitutionKind, IconClass> = {
  office: {
    title: { vi: 'Trụ sở', en: 'Office' },
    shape: 'square',
    fill: INSTITUTION,
    ink: PAPER,
    glyph: 'M8 19V5l8 2.6L8 10.4'
  },
  school: {
    title: { vi: 'Trường học', en: 'School' },
    shape: 'square',
    fill: INSTITUTION,
    ink: PAPER,
    glyph:
      'M12 8.6c-1.8-1.5-4-1.9-6.4-1.7v9.8c2.4-.2 4.6.2 6.4 1.7c1.8-1.5 4-1.9 6.4-1.7v-9.8c-2.4-.2-4.6.2-6.4 1.7v9.8'
  },
  health: {
    title: { vi: 'Trạm y tế', en: 'Health station' },
    shape: 'square',
    fill: INSTITUTION,
    ink: PAPER,
    glyph: 'M12 6.5v11M6.5 12h11'
  }
}

const CAMERA: IconClass = {
  title: { vi: 'Camera', en: 'Camera' },
  shape: 'circle',
  fill: { light: '#20262b', dark: '#dfe6ea' },
  ink: PAPER,
  glyph: 'M6 9h8v6h-8zM14 11l4-2v6l-4-2'
}

const icon = ({ shape, fill, ink, glyph, dash }: IconClass, { flavour }: Look): Drawing => {
  const isEmpty = fill === PAPER
  return badge({
    shape,
    fill: fill[flavour],
    ring: isEmpty ? ink[flavour] : RING[flavour],
    ink: ink[flavour],
    glyph,
    ...(dash ? { dash } : {})
  })
}

const icons = <K extends string>(prefix: string, classes: Readonly<Record<K, IconClass>>, look: Look) =>
  Object.fromEntries(
    Object.entries<IconClass>(classes).map(([key, shown]) => [`${prefix}-${key}`, icon(shown, look)])
  )

/** Icons that are never hidden by one another, names only where there is room. */
const symbols = (
  collection: string,
  image: string | unknown[],
  label: string,
  { flavour }: Look
): ThemeLayer => ({
  id: 'icon',
  band: 'point',
  type: 'symbol',
  'source-layer': collection,
  layout: {
    // A match over the declared classes: MapLibre's tuple type takes no spread.
    'icon-image': image as string,
    'icon-size': POINT_ICON_SIZE,
    'icon-overlap': 'always',
    'text-field': ['step', ['zoom'], '', 14.5, ['get', label]],
    'text-font': REGULAR,
    'text-size': 11.5,
    'text-optional': true,
    'text-variable-anchor': ['top', 'bottom', 'left', 'right'],
    'text-radial-offset': 1.3,
    'text-max-width': 9
  },
  paint: { 'text-color': INK[flavour], 'text-halo-color': HALO[flavour], 'text-halo-width': 1.5 }
})

const imageBy = (property: string, prefix: string, keys: readonly string[], otherwise: string) => [
  'match',
  ['get', property],
  ...keys.flatMap((key) => [key, `${prefix}-${key}`]),
  `${prefix}-${otherwise}`
]

export const houseTheme: Theme = {
  id: 'cultural_houses',
  title: { vi: 'Nhà văn hóa thôn', en: 'Cultural houses' },
  source,
  clickable: ['icon'],
  iconHalfPx: pointIconHalfPx,
  images: (look) => icons('places-wifi', WIFI, look),
  layers: (look) => [
    symbols('cultural_houses', imageBy('wifi', 'places-wifi', WIFI_STATES, 'unknown'), 'name', look)
  ],
  legend: () =>
    WIFI_STATES.map((state) => ({
      label: WIFI[state].title,
      swatch: { kind: 'icon', image: `places-wifi-${state}` }
    }))
}

export const institutionTheme: Theme = {
  id: 'institutions',
  title: { vi: 'Trụ sở, trường học, trạm y tế', en: 'Offices, schools, health stations' },
  source,
  clickable: ['icon'],
  iconHalfPx: pointIconHalfPx,
  images: (look) => icons('places-kind', INSTITUTIONS, look),
  layers: (look) => [
    symbols('institutions', imageBy('kind', 'places-kind', INSTITUTION_KINDS, 'office'), 'name', look)
  ],
  legend: () =>
    INSTITUTION_KINDS.map((kind) => ({
      label: INSTITUTIONS[kind].title,
      swatch: { kind: 'icon', image: `places-kind-${kind}` }
    }))
}

export const cameraTheme: Theme = {
  id: 'cameras',
  title: { vi: 'Camera giám sát', en: 'Cameras' },
  source,
  clickable: ['icon'],
  iconHalfPx: pointIconHalfPx,
  images: (look) => ({ 'places-camera': icon(CAMERA, look) }),
  layers: (look) => [symbols('cameras', 'places-camera', 'place', look)],
  legend: () => [{ label: CAMERA.title, swatch: { kind: 'icon', image: 'places-camera' } }]
}

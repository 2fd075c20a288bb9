import type { LayerSpecification } from 'maplibre-gl'
import type { Snippet } from 'svelte'
import type { Localized } from '../../server/collections/contract.ts'
import type { Locale } from '../i18n/i18n.svelte.ts'
import type { Drawing } from './drawing.ts'

/** The bands of the map, bottom to top. A layer names its band, so that themes need not know one another. */
export const BANDS = [
  'ground',
  'land',
  'land_use',
  'figure',
  'water',
  'building',
  'coverage_below',
  'coverage',
  'road_casing',
  'road',
  'network',
  'boundary',
  'selection',
  'line_label',
  'area_label',
  'point',
  'finding',
  'sovereignty',
  'position'
] as const
export type Band = (typeof BANDS)[number]

export type Flavour = 'light' | 'dark'
/** One colour, once for each flavour. */
export type Colour = Readonly<Record<Flavour, string>>
/** What the drawing depends on beside the data. */
export interface Look {
  flavour: Flavour
  locale: Locale
}

/** Tiles of our own that several themes may share; `datetime` is filled in by the view. */
export interface TileSource {
  id: string
  collections: readonly string[]
  minzoom: number
  maxzoom: number
  /** Per collection the property that becomes the feature's id. */
  promoteId?: Readonly<Record<string, string>>
}

/** Points, lines or areas that the page itself holds; `MapView.setData` fills it. */
export interface DataSource {
  id: string
  data: true
  promoteId?: string
  /** Points that would cover one another are drawn as one, with the `sums` and `maxima` of their properties. */
  cluster?: Clustering
}

/** Nearer than `radiusPx` up to and including `maxzoom`. */
export interface Clustering {
  radiusPx: number
  maxzoom: number
  sums: readonly string[]
  maxima: readonly string[]
}

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never
export type ThemeLayer = DistributiveOmit<LayerSpecification, 'source' | 'id'> & {
  id: string
  band: Band
}

/** How one class looks, drawn the same in the switch, the PNG and on paper. */
export type Swatch =
  | { kind: 'fill'; color?: string; outline?: string; dash?: readonly number[]; pattern?: string }
  | { kind: 'line'; color: string; width: number; casing?: string; dash?: readonly number[] }
  | { kind: 'icon'; image: string }
export interface LegendItem {
  label: Localized
  swatch: Swatch
}

export interface Theme {
  /** Prefix of its layer ids; what the URL and the switch call it. */
  id: string
  title: Localized
  source: TileSource | DataSource | null
  layers(look: Look): readonly ThemeLayer[]
  /** Icons and patterns by name; names are shared by all themes, so they start with the theme's word. */
  images?(look: Look): Readonly<Record<string, Drawing>>
  legend(look: Look): readonly LegendItem[]
  /** Layers (without prefix) whose features can be clicked. */
  clickable?: readonly string[]
  /** What narrows it down, above its legend in the switch. */
  controls?: Snippet
  /** Half the side of a clickable feature's icon in CSS pixels; names keep clear of it. Absent: it has no icon. */
  iconHalfPx?(properties: Readonly<Record<string, unknown>>, zoom: number): number
}

/** The layers as MapLibre takes them: `<theme>-<layer>` ids, the source filled in, our own `band` taken out. */
export function toMapLayers(theme: Theme, look: Look): { band: Band; layer: LayerSpecification }[] {
  const source = theme.source ? { source: theme.source.id } : {}
  return theme.layers(look).map(({ band, ...layer }) => ({
    band,
    // The union of layer types does not survive taking members out and putting them back.
    layer: { ...layer, id: `${theme.id}-${layer.id}`, ...source } as LayerSpecification
  }))
}

/** Themes that stand together under one heading of the layer switch. */
export interface ThemeGroup {
  title: Localized
  themes: readonly Theme[]
  /** The ground, which pictures and paper need not explain. */
  isBase?: true
}

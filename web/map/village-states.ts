import type { Map as MapLibreMap } from 'maplibre-gl'

/** Villages are the unit of every figure, so the view knows by which words they are drawn (web/areas/theme.ts uses them). */
export const VILLAGE_THEME = 'villages'
export const AREA_SOURCE = 'areas'
/** A village that has no figure now. */
const CLEAR = 'rgba(0, 0, 0, 0)'
const SOURCE_LAYER = 'villages'

/** `hatched`: something is not known here; `crossed`: it is withheld; `dotted`: what the colour says is not certain. */
export interface VillageStyle {
  color: string
  hatched: boolean
  crossed?: boolean
  dotted?: boolean
  /** The legend entry it belongs to. */
  className: string
}

/** Colours and selection of villages by code, as feature states: no tile is read again for them. */
export class VillageStates {
  #styles: ReadonlyMap<string, VillageStyle> = new Map()
  #selected: string | null = null
  #map: MapLibreMap | undefined

  /** What `color` was given last. */
  get styles() {
    return this.#styles
  }

  /** Call when the villages' source is there; states set before are applied then. */
  attach(map: MapLibreMap | undefined) {
    this.#map = map
    this.color(this.#styles)
    this.select(this.#selected)
  }

  color(styles: ReadonlyMap<string, VillageStyle>) {
    for (const code of this.#styles.keys()) if (!styles.has(code)) this.#clear(code)
    for (const [code, { color, hatched, crossed = false, dotted = false }] of styles)
      this.#set(code, { shown: true, color, hatched, crossed, dotted })
    this.#styles = styles
  }

  select(code: string | null) {
    if (this.#selected) this.#set(this.#selected, { selected: false })
    this.#selected = code
    if (code) this.#set(code, { selected: true })
  }

  #set(code: string, state: Record<string, unknown>) {
    if (this.#map?.getSource(AREA_SOURCE)) this.#map.setFeatureState(feature(code), state)
  }

  #clear(code: string) {
    this.#set(code, { shown: false, color: CLEAR, hatched: false, crossed: false, dotted: false })
  }
}

const feature = (code: string) => ({ source: AREA_SOURCE, sourceLayer: SOURCE_LAYER, id: code })

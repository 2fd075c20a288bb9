import type { FeatureCollection } from 'geojson'
import type { GeoJSONSource, LayerSpecification, Map as MapLibreMap, VectorTileSource } from 'maplibre-gl'
import type { Point } from './camera.svelte.ts'
import { PIXEL_RATIO, rasterise } from './drawing.ts'
import { tileUrl } from './tile-url.ts'
import { BANDS, type DataSource, type Look, type Theme, type TileSource, toMapLayers } from './theme.ts'

const NOTHING: FeatureCollection = { type: 'FeatureCollection', features: [] }
const endOf = (band: string) => `end-of-${band}`

interface TileNumber {
  z: number
  x: number
  y: number
}

/** Where an icon stands and half its side, CSS pixels; properties as its source has them. */
export interface DrawnIcon {
  at: Point
  halfPx: number
  properties: Readonly<Record<string, unknown>>
}

/** By source, what the page's own sources hold; given before a theme asks for it or after. */
export class PageData extends Map<string, FeatureCollection> {}

/** The themes that are shown, in the order of their bands. */
export class LayerStack {
  readonly #map: MapLibreMap
  readonly #shown = new Map<string, { theme: Theme; layers: LayerSpecification[] }>()
  readonly #tileSources = new Map<string, TileSource>()
  readonly #data: PageData
  readonly #failed: TileNumber[] = []
  #look: Look
  #day: string | null

  constructor(map: MapLibreMap, look: Look, day: string | null, data: PageData) {
    this.#map = map
    this.#data = data
    this.#look = look
    this.#day = day
    for (const band of BANDS) {
      map.addLayer({ id: endOf(band), type: 'background', layout: { visibility: 'none' } })
    }
  }

  /** Sources stay when the last theme leaves them: without layers MapLibre asks for none of their tiles. */
  show(theme: Theme) {
    this.#addSource(theme.source)
    this.#drawImages(theme)
    const banded = toMapLayers(theme, this.#look)
    for (const { layer, band } of banded) this.#map.addLayer(layer, endOf(band))
    this.#shown.set(theme.id, { theme, layers: banded.map(({ layer }) => layer) })
  }

  hide(theme: Theme) {
    for (const { id } of this.#shown.get(theme.id)?.layers ?? []) {
      if (this.#map.getLayer(id)) this.#map.removeLayer(id)
    }
    this.#shown.delete(theme.id)
  }

  /** Changes colours and words in place: tiles and feature states stay. */
  restyle(look: Look) {
    this.#look = look
    for (const shown of this.#shown.values()) {
      this.#drawImages(shown.theme)
      const next = toMapLayers(shown.theme, look).map(({ layer }) => layer)
      next.forEach((layer, i) => this.#update(shown.layers[i], layer))
      shown.layers = next
    }
  }

  setDay(day: string | null) {
    if (day === this.#day) return
    this.#day = day
    this.reload()
  }

  /** Reads the tiles that are seen again, for the day that is shown. */
  reload() {
    const failed = this.#failed.splice(0)
    for (const source of this.#tileSources.values()) {
      // A tile that failed waits for ever once its source is given addresses; asked for by number it is read again.
      if (failed.length > 0) this.#map.refreshTiles(source.id, failed)
      // Only tile sources are kept in that map.
      const tiles = this.#map.getSource(source.id) as VectorTileSource | undefined
      tiles?.setTiles([tileUrl(source, this.#day)])
    }
  }

  /** Remembers which tile an error of the map speaks of, if it speaks of one. */
  noteFailure(event: object) {
    // MapLibre's type of the event leaves out the tile that its own code adds.
    const { tile } = event as { tile?: { tileID: { canonical: TileNumber } } }
    const number = tile?.tileID.canonical
    if (number) this.#failed.push({ z: number.z, x: number.x, y: number.y })
  }

  setData(source: DataSource, features: FeatureCollection) {
    // A DataSource is always added as GeoJSON.
    const known = this.#map.getSource(source.id) as GeoJSONSource | undefined
    void known?.setData(features)
  }

  /** The theme and layer behind a rendered feature, when that layer can be clicked. */
  clickable(): { layerId: string; theme: Theme }[] {
    return [...this.#shown.values()].flatMap(({ theme }) =>
      (theme.clickable ?? []).map((id) => ({ layerId: `${theme.id}-${id}`, theme }))
    )
  }

  /** The icons that are drawn now. */
  icons(): DrawnIcon[] {
    const zoom = this.#map.getZoom()
    return [...this.#shown.values()].flatMap(({ theme, layers }) => {
      const ids = layers.map(({ id }) => id).filter((id) => isClickable(theme, id))
      const features = theme.iconHalfPx ? this.#map.queryRenderedFeatures({ layers: ids }) : []
      return features.flatMap(({ geometry, properties }) =>
        geometry.type === 'Point'
          ? [
              {
                at: pointOf(geometry.coordinates),
                halfPx: theme.iconHalfPx?.(properties, zoom) ?? 0,
                properties
              }
            ]
          : []
      )
    })
  }

  #addSource(source: Theme['source']) {
    if (!source || this.#map.getSource(source.id)) return
    const promoteId = source.promoteId ? { promoteId: source.promoteId } : {}
    if ('data' in source) {
      const data = this.#data.get(source.id) ?? NOTHING
      this.#map.addSource(source.id, { type: 'geojson', data, ...promoteId, ...clusterOptions(source) })
      return
    }
    this.#tileSources.set(source.id, source)
    const { minzoom, maxzoom } = source
    const tiles = [tileUrl(source, this.#day)]
    this.#map.addSource(source.id, { type: 'vector', tiles, minzoom, maxzoom, ...promoteId })
  }

  #drawImages(theme: Theme) {
    for (const [name, drawing] of Object.entries(theme.images?.(this.#look) ?? {})) {
      const image = rasterise(drawing)
      if (this.#map.hasImage(name)) this.#map.updateImage(name, image)
      else this.#map.addImage(name, image, { pixelRatio: PIXEL_RATIO })
    }
  }

  #update(before: LayerSpecification | undefined, after: LayerSpecification) {
    for (const kind of ['paint', 'layout'] as const) {
      const old = entriesOf(before?.[kind])
      for (const [name, value] of Object.entries(entriesOf(after[kind]))) {
        if (JSON.stringify(old[name]) === JSON.stringify(value)) continue
        // A property's name and value come from a layer that the style's types have checked.
        if (kind === 'paint') this.#map.setPaintProperty(after.id, name as never, value as never)
        else this.#map.setLayoutProperty(after.id, name as never, value as never)
      }
    }
  }
}

const isClickable = (theme: Theme, layerId: string) =>
  (theme.clickable ?? []).some((id) => layerId === `${theme.id}-${id}`)

const pointOf = ([lng = 0, lat = 0]: number[]): Point => ({ lng, lat })

function clusterOptions({ cluster }: DataSource) {
  if (!cluster) return {}
  const by = (operator: string, names: readonly string[]) =>
    names.map((name) => [name, [operator, ['get', name]]] as const)
  return {
    cluster: true,
    clusterRadius: cluster.radiusPx,
    clusterMaxZoom: cluster.maxzoom,
    clusterProperties: Object.fromEntries([...by('+', cluster.sums), ...by('max', cluster.maxima)])
  }
}

const entriesOf = (properties: object | undefined) => ({ ...properties }) as Record<string, unknown>

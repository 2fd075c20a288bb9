import type { Map as MapLibreMap } from 'maplibre-gl'
import { type GeoJSONStoreFeatures, TerraDraw, TerraDrawModeUndoRedo } from 'terra-draw'
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter'
import type { Flavour } from '../../map/theme.ts'
import { modesOf, type Snap } from './draw-modes.ts'
import { type Parts, type Ring, ringAt, type RingAt, ringsOf } from './parts.ts'
import type { ShapeEditing } from './shape-editing.svelte.ts'

type Id = string | number

/** Coordinates stay as they are kept: those of a neighbour's corner must not be rounded. */
const PRECISION = 16

interface Options {
  map: MapLibreMap
  editing: ShapeEditing
  flavour: Flavour
  snap: Snap
}

const keyOf = ({ part, ring }: RingAt) => `${part}/${ring}`

function atOf(key: unknown): RingAt {
  const [part = 0, ring = 0] = String(key).split('/').map(Number)
  return { part, ring }
}

/** Terra Draw keeps one ring in each feature: it knows no holes and no parts. */
const featuresOf = (parts: Parts): GeoJSONStoreFeatures[] =>
  ringsOf(parts).map(({ at, corners }) => ({
    type: 'Feature',
    properties: { mode: 'polygon', ring: keyOf(at) },
    geometry: { type: 'Polygon', coordinates: [corners.map(([lng, lat]) => [lng, lat])] }
  }))

/** The pointer on the map: what it does goes into `editing`, what `editing` becomes is drawn. */
export class DrawTool {
  readonly #draw: TerraDraw
  readonly #editing: ShapeEditing
  readonly #map: MapLibreMap
  #drawn: Parts | undefined
  /** The outline that is being drawn. */
  #sketch: Id | undefined
  #gone = false
  /** What Terra Draw tells meanwhile is of what stood there before, not of a hand. */
  #showing = false

  constructor({ map, editing, flavour, snap }: Options) {
    this.#map = map
    this.#editing = editing
    map.once('remove', () => (this.#gone = true))
    this.#draw = new TerraDraw({
      adapter: new TerraDrawMapLibreGLAdapter({ map, coordinatePrecision: PRECISION }),
      modes: modesOf(flavour, snap),
      undoRedo: { modeLevel: new TerraDrawModeUndoRedo() }
    })
    this.#draw.start()
    this.#draw.on('finish', (id) => this.#finish(id))
    this.#draw.on('change', (ids, type) => (type === 'delete' ? this.#drop(ids) : this.#change(ids)))
    this.#draw.on('select', (id) => this.#select(id))
  }

  /** Draws what is there now. */
  show(now: Pick<ShapeEditing, 'parts' | 'mode' | 'at'>) {
    this.#showing = true
    this.#put(now)
    this.#showing = false
  }

  #put({ parts, mode, at }: Pick<ShapeEditing, 'parts' | 'mode' | 'at'>) {
    const draw = this.#draw
    if (this.#drawn !== parts || draw.getMode() === 'polygon') {
      this.#drawn = parts
      draw.setMode('select')
      draw.removeFeatures(this.#areas())
      draw.addFeatures(featuresOf(parts))
    }
    if (mode !== 'reshape') return draw.setMode('polygon')
    const chosen = draw.getSnapshot().find(({ properties }) => properties['ring'] === keyOf(at))
    if (chosen?.id !== undefined) draw.selectFeature(chosen.id)
  }

  /** Closes the outline that is being drawn. */
  close() {
    // Terra Draw closes an outline by a key of the map only.
    this.#map.getCanvas().dispatchEvent(new KeyboardEvent('keyup', { key: 'Enter' }))
  }

  /** Takes back the last corner of the outline that is being drawn; false: none is. */
  takeBack(): boolean {
    return this.#draw.getMode() === 'polygon' && this.#draw.canUndo() && this.#draw.undo()
  }

  end() {
    // A map that is gone has taken the layers along.
    if (!this.#gone) this.#draw.stop()
    if (this.#sketch !== undefined) this.#drop([this.#sketch])
  }

  #areas(): Id[] {
    const areas = this.#draw.getSnapshot().filter(({ geometry }) => geometry.type === 'Polygon')
    return areas.flatMap(({ id }) => (id === undefined ? [] : [id]))
  }

  #ring(id: Id): { key: unknown; ring: Ring } | undefined {
    const feature = this.#draw.getSnapshotFeature(id)
    if (feature?.geometry.type !== 'Polygon') return undefined
    const [ring = []] = feature.geometry.coordinates
    return { key: feature.properties['ring'], ring: ring.map(([lng = 0, lat = 0]) => [lng, lat]) }
  }

  #change(ids: readonly Id[]) {
    if (this.#showing) return
    for (const id of ids) {
      const found = this.#ring(id)
      if (found && found.key === undefined) this.#draft(id, found.ring)
      if (found?.key === undefined) continue
      const at = atOf(found.key)
      const isMoved = JSON.stringify(ringAt(this.#editing.shown, at)) !== JSON.stringify(found.ring)
      if (isMoved) this.#editing.drag(at, found.ring)
    }
  }

  #draft(id: Id, ring: Ring) {
    this.#sketch = id
    this.#editing.sketch(ring)
  }

  /** An outline that is given up leaves nothing behind. */
  #drop(ids: readonly Id[]) {
    if (this.#sketch === undefined || !ids.includes(this.#sketch)) return
    this.#sketch = undefined
    this.#editing.sketch([])
  }

  #finish(id: Id) {
    const found = this.#ring(id)
    if (!found) return
    if (found.key === undefined) return this.#editing.add(found.ring)
    this.#editing.replace(atOf(found.key), found.ring)
    // It stands there already, and a corner that is being dragged is not taken out of the hand.
    this.#drawn = this.#editing.parts
  }

  #select(id: Id) {
    const key = this.#ring(id)?.key
    if (key !== undefined && key !== keyOf(this.#editing.at)) this.#editing.choose(atOf(key))
  }
}

import type { Map as MapLibreMap } from 'maplibre-gl'
import {
  type GeoJSONStoreFeatures,
  type HexColor,
  TerraDraw,
  TerraDrawModeUndoRedo,
  TerraDrawPolygonMode,
  TerraDrawSelectMode
} from 'terra-draw'
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter'
import type { Flavour } from '../../map/theme.ts'
import { type Corner, type Parts, type Ring, ringAt, type RingAt, ringsOf } from './parts.ts'
import type { ShapeEditing } from './shape-editing.svelte.ts'

type Id = string | number

/** Coordinates stay as they are kept: those of a neighbour's corner must not be rounded. */
const PRECISION = 15
/** Near enough for a finger, CSS pixels. */
const REACH_PX = 26

/** Not the red of a fault. */
const LINE: Readonly<Record<Flavour, HexColor>> = { light: '#0f5c73', dark: '#7cc7dd' }
const PAPER: Readonly<Record<Flavour, HexColor>> = { light: '#ffffff', dark: '#10181d' }

/** Where a place would snap to; undefined: nowhere. `pixels`: of a degree of longitude, in CSS. */
type Snap = (place: Corner, pixels: number) => Corner | undefined
type Project = (lng: number, lat: number) => { x: number; y: number }

const pixelsAt = ([lng, lat]: Corner, project: Project) => {
  const [here, there] = [project(lng, lat), project(lng + 0.001, lat)]
  return Math.hypot(there.x - here.x, there.y - here.y) * 1000
}

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

function modesOf(flavour: Flavour, snap: Snap) {
  const [line, paper] = [LINE[flavour], PAPER[flavour]]
  const toCustom = ({ lng, lat }: { lng: number; lat: number }, { project }: { project: Project }) => {
    const found = snap([lng, lat], pixelsAt([lng, lat], project))
    return found && [...found]
  }
  const point = { selectionPointColor: paper, selectionPointOutlineColor: line, selectionPointWidth: 6 }
  const midpoint = { midPointColor: line, midPointOutlineColor: paper, midPointWidth: 4 }
  const area = { fillColor: line, fillOpacity: 0, outlineColor: line, outlineWidth: 2 } as const
  return [
    new TerraDrawPolygonMode({
      pointerDistance: REACH_PX,
      snapping: { toCustom },
      styles: { ...area, closingPointColor: line, snappingPointColor: line }
    }),
    new TerraDrawSelectMode({
      pointerDistance: REACH_PX,
      // No key takes a whole ring away, and the corners stay in sight.
      keyEvents: null,
      allowManualDeselection: false,
      flags: {
        polygon: {
          feature: {
            draggable: false,
            // A border on its way may cross itself; it is shown, and it is not saved.
            selfIntersectable: true,
            coordinates: {
              draggable: true,
              midpoints: { draggable: true },
              deletable: true,
              snappable: { toCustom }
            }
          }
        }
      },
      styles: {
        ...point,
        ...midpoint,
        selectionPointOutlineWidth: 2,
        midPointOutlineWidth: 1,
        selectedPolygonColor: line,
        selectedPolygonFillOpacity: 0,
        selectedPolygonOutlineColor: line,
        selectedPolygonOutlineWidth: 3
      }
    })
  ]
}

/** The pointer on the map: what it does goes into `editing`, what `editing` becomes is drawn. */
export class DrawTool {
  readonly #draw: TerraDraw
  readonly #editing: ShapeEditing
  readonly #map: MapLibreMap
  #drawn: Parts | undefined
  #gone = false

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
    this.#draw.on('change', (ids, type) => type === 'update' && this.#change(ids))
    this.#draw.on('select', (id) => this.#select(id))
  }

  /** Draws what is there now. */
  show({ parts, mode, at }: Pick<ShapeEditing, 'parts' | 'mode' | 'at'>) {
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
    for (const id of ids) {
      const found = this.#ring(id)
      if (found && found.key === undefined) this.#editing.sketch(found.ring)
      if (found?.key === undefined) continue
      const at = atOf(found.key)
      const isMoved = JSON.stringify(ringAt(this.#editing.shown, at)) !== JSON.stringify(found.ring)
      if (isMoved) this.#editing.drag(at, found.ring)
    }
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

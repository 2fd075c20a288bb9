import { type HexColor, TerraDrawPolygonMode, TerraDrawSelectMode } from 'terra-draw'
import type { Flavour } from '../../map/theme.ts'
import type { Corner } from './parts.ts'

/** Near enough for a finger, CSS pixels. */
const REACH_PX = 26

/** Not the red of a fault. */
const LINE: Readonly<Record<Flavour, HexColor>> = { light: '#0f5c73', dark: '#7cc7dd' }
const PAPER: Readonly<Record<Flavour, HexColor>> = { light: '#ffffff', dark: '#10181d' }

/** Where a place would snap to; undefined: nowhere. `pixels`: of a degree of longitude, in CSS. */
export type Snap = (place: Corner, pixels: number) => Corner | undefined
type Project = (lng: number, lat: number) => { x: number; y: number }

const pixelsAt = ([lng, lat]: Corner, project: Project) => {
  const [here, there] = [project(lng, lat), project(lng + 0.001, lat)]
  return Math.hypot(there.x - here.x, there.y - here.y) * 1000
}

/** Drawing outlines and moving their corners, in the colours of a look. */
export function modesOf(flavour: Flavour, snap: Snap) {
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

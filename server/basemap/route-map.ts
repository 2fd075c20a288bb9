import type { Queryable } from '../db/pool.ts'
import { dayInVietnam } from '../http/calendar.ts'
import { html, type Html } from '../http/html.ts'
import type { DrawnRoute } from '../http/pages/draw-place.ts'
import { drawGround, HEIGHT, METRES_PER_DEGREE, scaleBar, WIDTH } from './drawn-ground.ts'
import { findGround } from './ground-queries.ts'

/** Metres across the drawing of stops that stand close together. */
const LEAST_ACROSS_M = 560
/** From here on houses are too small to be drawn. */
const WIDE_M = 1_500
/** Room for the signs of the outermost stops. */
const ROOM = 1.3
const RADIUS = 11

type Position = readonly [lng: number, lat: number]

/** Everything that must be seen. */
const positionsOf = ({ stops, way }: DrawnRoute): Position[] => [
  ...stops.flatMap(({ place, boundary }) => boundary?.flat() ?? [[place.lng, place.lat] as const]),
  ...(way ?? [])
]

/** The middle of what must be seen, and how many metres across show it all. */
function frameOf(route: DrawnRoute) {
  const positions = positionsOf(route)
  const [lngs, lats] = [positions.map(([lng]) => lng), positions.map(([, lat]) => lat)]
  const least = (values: number[]) => values.reduce((one, other) => Math.min(one, other), Infinity)
  const most = (values: number[]) => values.reduce((one, other) => Math.max(one, other), -Infinity)
  const [west, east, south, north] = [least(lngs), most(lngs), least(lats), most(lats)]
  const middle = { lng: (west + east) / 2, lat: (south + north) / 2 }
  const eastM = (east - west) * METRES_PER_DEGREE * Math.cos((middle.lat * Math.PI) / 180)
  const northM = ((north - south) * METRES_PER_DEGREE * WIDTH) / HEIGHT
  return { middle, acrossM: Math.max(LEAST_ACROSS_M, ROOM * eastM, ROOM * northM) }
}

type At = (position: Position) => readonly [x: string, y: string]

const pathOf = (positions: readonly Position[], at: At) =>
  positions.map((position, index) => `${index === 0 ? 'M' : 'L'}${at(position).join(' ')}`).join('')

function sign(place: Position, number: number, at: At) {
  const [x, y] = at(place)
  return html`<circle class="stop" cx="${x}" cy="${y}" r="${RADIUS}" /><text
      class="number"
      x="${x}"
      y="${y}"
      dy=".35em"
      >${number}</text
    >`
}

/** Signs from the last to the first, so that where they meet the first is seen. */
function signs({ stops }: DrawnRoute, at: At) {
  return stops
    .map(({ place, boundary = [] }, index) => {
      const cell = boundary.map((ring) => html`<path class="cell" d="${pathOf(ring, at)}Z" />`)
      return html`${cell}${sign([place.lng, place.lat], index + 1, at)}`
    })
    .toReversed()
}

/** Places in their order on a small drawn map that needs no script; north is up. `title` is read aloud. */
export async function routeMap(db: Queryable, route: DrawnRoute, title: string): Promise<Html> {
  const { middle, acrossM } = frameOf(route)
  const unitsPerM = WIDTH / acrossM
  const y = unitsPerM * METRES_PER_DEGREE
  const x = y * Math.cos((middle.lat * Math.PI) / 180)
  const [dx, dy] = [WIDTH / 2 / x, HEIGHT / 2 / y]
  const box = { west: middle.lng - dx, south: middle.lat - dy, east: middle.lng + dx, north: middle.lat + dy }
  const shapes = await findGround(db, box, { x, y }, dayInVietnam(), acrossM > WIDE_M ? 'wide' : 'narrow')
  const at: At = ([lng, lat]) => [((lng - box.west) * x).toFixed(1), ((box.north - lat) * y).toFixed(1)]
  const way = route.way ?? route.stops.map(({ place }) => [place.lng, place.lat] as const)
  return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${title}">
    ${drawGround(shapes)}
    <path class="way${route.way ? '' : ' straight'}" d="${pathOf(way, at)}" />
    ${signs(route, at)}${scaleBar(unitsPerM)}
  </svg>`
}

type Position = [lng: number, lat: number]

const MOST_CORNERS = 5_000

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

/** Lines of a GeoJSON object of any kind. */
function linesIn(value: unknown): unknown[] {
  if (!isObject(value)) return []
  if (value['type'] === 'LineString') return [value['coordinates']]
  if (value['type'] === 'Feature') return linesIn(value['geometry'])
  const parts = value['features'] ?? value['geometries']
  return Array.isArray(parts) ? parts.flatMap(linesIn) : []
}

function positionOf(value: unknown): Position[] {
  if (!Array.isArray(value)) return []
  const [lng, lat] = value as unknown[]
  if (typeof lng !== 'number' || typeof lat !== 'number') return []
  return Math.abs(lng) <= 180 && Math.abs(lat) <= 90 ? [[lng, lat]] : []
}

/** The one line of a GeoJSON text, lng before lat; null: it has none, several, or one that is no line on the earth. */
export function readWay(text: string): Position[] | null {
  let content: unknown
  try {
    content = JSON.parse(text)
  } catch {
    return null
  }
  const [line, ...others] = linesIn(content)
  if (!Array.isArray(line) || others.length > 0) return null
  const way = line.flatMap(positionOf)
  return way.length === line.length && way.length >= 2 && way.length <= MOST_CORNERS ? way : null
}

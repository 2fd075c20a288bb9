import type { Position } from 'geojson'
import type { Pool } from 'pg'
import type { CheckedGeometry } from './check-geometry.ts'
import { ImportRefused, type ImportRequest } from './request.ts'
import type { FlatGeometry } from './write-wkb.ts'
import { inVietNam, isDegrees, joined, zoneList, type Pair } from './zones.ts'

/** WGS 84 and VN-2000 in longitude and latitude. */
const DEGREE_SRIDS = [4326, 4756]

/** Whether coordinates are meant as degrees; so they are where nothing else is said. */
export const isInDegrees = (crs: ImportRequest['crs']) =>
  crs === undefined || ('srid' in crs && DEGREE_SRIDS.includes(crs.srid))

function firstPosition(geometry: FlatGeometry): Position | undefined {
  if (geometry.kind === 'Point') return geometry.position
  return geometry.kind === 'MultiLineString' ? geometry.lines[0]?.[0] : geometry.polygons[0]?.[0]?.[0]
}

const isSwapped = ([x, y]: Pair) => !inVietNam({ lng: x, lat: y }) && inVietNam({ lng: y, lat: x })

const linesOf = (geometry: FlatGeometry): Position[][] => {
  if (geometry.kind === 'Point') return []
  return geometry.kind === 'MultiLineString' ? geometry.lines : geometry.polygons.flat()
}

/** Between places on opposite sides of the globe no shortest way is to be told, and nothing can be measured. */
const LEAP_DEG = 179
export const LEAPS = {
  vi: 'Một cạnh của hình đi nửa vòng Trái Đất: có đỉnh sai tọa độ.',
  en: 'An edge of the shape goes half way round the Earth: a corner has wrong coordinates.'
}

/** Whether an edge between two places in degrees goes half way round the globe. */
export const leaps = (geometry: FlatGeometry): boolean =>
  linesOf(geometry).some((line) =>
    line.some(([x = 0, y = 0], index) => {
      const [fromX = 0, fromY = 0] = line[index - 1] ?? [x, y]
      const far = Math.max(Math.abs(x - fromX), Math.abs(y - fromY)) >= LEAP_DEG
      return far && isDegrees([x, y]) && isDegrees([fromX, fromY])
    })
  )

/** Degrees that are none, told with what they probably are: exchanged, or metres. The first position speaks for the row. */
export function onGlobe(checked: CheckedGeometry): CheckedGeometry {
  if ('problem' in checked) return checked
  const [x = 0, y = 0] = firstPosition(checked.geometry) ?? []
  if (isDegrees([x, y]))
    return leaps(checked.geometry) ? { problem: { reason: LEAPS, value: null } } : checked
  const reason = isSwapped([x, y])
    ? {
        vi: 'Kinh độ và vĩ độ bị đảo: phải ghi kinh độ trước, vĩ độ sau. Hãy đổi chỗ hai số.',
        en: 'Longitude and latitude are exchanged: longitude comes first. Exchange the two figures.'
      }
    : {
        vi: 'Tọa độ không phải là độ (kinh độ trong ±180, vĩ độ trong ±90): sai số, hoặc là mét của một hệ khác (nạp riêng với --crs).',
        en: 'The coordinates are no degrees (longitude within ±180, latitude within ±90): wrong figures, or metres of another system (import them apart with --crs).'
      }
  return { problem: { reason, value: `${x}, ${y}` } }
}

/** Refuses positions given as degrees that are not: metres, or latitude before longitude. Half of the sample decides. */
export async function requireDegrees(db: Pool, request: ImportRequest, positions: readonly Pair[]) {
  const isStatedDegrees = request.crs === undefined || ('srid' in request.crs && request.crs.srid === 4326)
  if (!isStatedDegrees || positions.length === 0) return
  const half = positions.length / 2
  if (positions.filter(isSwapped).length > half)
    throw new ImportRefused({
      vi: `Kinh độ và vĩ độ bị đảo: tệp có ${positions[0]?.join(', ')}, phải ghi kinh độ trước (${positions[0]?.[1]}, ${positions[0]?.[0]}). Hãy sửa tệp rồi nạp lại.`,
      en: `Longitude and latitude are exchanged: the file has ${positions[0]?.join(', ')}; longitude comes first (${positions[0]?.[1]}, ${positions[0]?.[0]}). Mend the file and import it again.`
    })
  const metres = positions.filter((pair) => !isDegrees(pair))
  if (metres.length > half) {
    const start = {
      vi: `Tọa độ phải là độ (WGS 84) nhưng tệp có số như ${metres[0]?.join(', ')}.`,
      en: `Coordinates should be degrees (WGS 84), but the file has figures such as ${metres[0]?.join(', ')}.`
    }
    throw new ImportRefused(joined(start, await zoneList(db, metres, request.commune)))
  }
}

/** How a road is drawn. Files say it in OpenStreetMap's words or in an office's own; the last kind takes the rest. */
export type RoadKind = 'major' | 'minor' | 'path'

export const ROAD_CLASSES: Readonly<Record<RoadKind, readonly string[]>> = {
  major: [
    'motorway',
    'trunk',
    'primary',
    'secondary',
    'cao tốc',
    'quốc lộ',
    'tỉnh lộ',
    'đường tỉnh',
    'national',
    'provincial',
    'motorway_link',
    'trunk_link',
    'primary_link',
    'secondary_link'
  ],
  path: ['path', 'footway', 'track', 'steps', 'cycleway', 'bridleway', 'đường mòn', 'bờ vùng', 'lối đi'],
  minor: []
}

export const LAND_KINDS = ['wood', 'field', 'grass', 'settlement', 'wet', 'other'] as const
export type LandKind = (typeof LAND_KINDS)[number]

export const LAND_CLASSES: Readonly<Record<LandKind, readonly string[]>> = {
  wood: ['forest', 'wood', 'rừng', 'đất rừng', 'đất rừng sản xuất', 'scrub'],
  field: [
    'farmland',
    'farm',
    'paddy',
    'rice',
    'đất lúa',
    'đất trồng lúa',
    'lúa',
    'field',
    'orchard',
    'plantation'
  ],
  grass: ['grass', 'meadow', 'park', 'recreation_ground', 'cemetery', 'nghĩa trang', 'village_green'],
  settlement: ['residential', 'industrial', 'commercial', 'retail', 'education', 'đất ở', 'thổ cư'],
  wet: ['aquaculture', 'wetland', 'salt_pond', 'nuôi trồng thủy sản', 'đất mặt nước'],
  other: []
}

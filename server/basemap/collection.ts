import type { Collection, Field } from '../collections/collection.ts'

const name: Field = {
  name: 'name',
  type: 'text',
  title: { vi: 'Tên', en: 'Name' },
  tile: true,
  aliases: ['name', 'tên', 'name_vi', 'name:vi']
}

const classField = (...aliases: string[]): Field => ({
  name: 'class',
  type: 'text',
  title: { vi: 'Loại', en: 'Class' },
  tile: true,
  aliases: ['class', 'loại', 'type', 'fclass', ...aliases]
})

export const buildings: Collection = {
  id: 'buildings',
  table: 'building',
  title: { vi: 'Nhà, công trình', en: 'Buildings' },
  description: { vi: 'Mặt bằng nhà và công trình.', en: 'Building footprints.' },
  geometry: 'MultiPolygon',
  open: true,
  key: ['commune_code', 'ref'],
  samePlaceM: 1,
  osm: { from: [{ layer: 'multipolygons', where: 'building is not null' }], class: ['building'] },
  zoom: { min: 13, max: 14 },
  fields: [
    name,
    classField('building'),
    {
      name: 'levels',
      type: 'integer',
      title: { vi: 'Số tầng', en: 'Levels' },
      min: 0,
      aliases: ['levels', 'số tầng', 'tầng', 'building:levels', 'building_levels']
    }
  ]
}

export const roads: Collection = {
  id: 'roads',
  table: 'road',
  title: { vi: 'Đường giao thông', en: 'Roads' },
  description: { vi: 'Tim đường giao thông.', en: 'Road centre lines.' },
  geometry: 'MultiLineString',
  open: true,
  key: ['commune_code', 'ref'],
  samePlaceM: 1,
  wide: true,
  osm: { from: [{ layer: 'lines', where: 'highway is not null' }], class: ['highway'] },
  zoom: { min: 9, max: 14 },
  label: 'name',
  fields: [name, classField('highway', 'loại đường', 'cấp đường')]
}

export const waterways: Collection = {
  id: 'waterways',
  table: 'waterway',
  title: { vi: 'Sông, suối, kênh, hồ', en: 'Water' },
  description: { vi: 'Mặt nước và dòng chảy.', en: 'Rivers, canals and lakes.' },
  geometry: 'Geometry',
  open: true,
  key: ['commune_code', 'ref'],
  samePlaceM: 1,
  wide: true,
  osm: {
    from: [
      { layer: 'lines', where: 'waterway is not null' },
      {
        layer: 'multipolygons',
        where: `"natural" = 'water' or landuse in ('reservoir', 'basin') or other_tags like '%"waterway"=>"riverbank"%'`
      }
    ],
    class: ['waterway', 'water', 'natural', 'landuse']
  },
  zoom: { min: 8, max: 14 },
  label: 'name',
  fields: [name, classField('waterway', 'natural', 'water')]
}

export const landUses: Collection = {
  id: 'land_uses',
  table: 'land_use',
  title: { vi: 'Hiện trạng sử dụng đất', en: 'Land use' },
  description: { vi: 'Vùng đất theo mục đích sử dụng.', en: 'Areas by land use.' },
  geometry: 'MultiPolygon',
  open: true,
  key: ['commune_code', 'ref'],
  samePlaceM: 1,
  wide: true,
  osm: {
    from: [
      { layer: 'multipolygons', where: `landuse is not null and landuse not in ('reservoir', 'basin')` }
    ],
    class: ['landuse']
  },
  zoom: { min: 9, max: 14 },
  fields: [name, classField('landuse', 'land_use', 'mục đích sử dụng', 'mdsd')]
}

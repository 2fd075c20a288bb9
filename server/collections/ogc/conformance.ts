const FEATURES = 'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf'
const TILES = 'http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf'
const COMMON = 'http://www.opengis.net/spec/ogcapi-common'

/** The requirement classes that are met. */
export const CONFORMANCE: readonly string[] = [
  `${COMMON}-1/1.0/conf/core`,
  `${COMMON}-2/1.0/conf/collections`,
  ...['core', 'oas30', 'html', 'geojson'].map((name) => `${FEATURES}/${name}`),
  ...[
    'core',
    'tileset',
    'tilesets-list',
    'dataset-tilesets',
    'geodata-tilesets',
    'collections-selection',
    'datetime',
    'mvt',
    'oas30'
  ].map((name) => `${TILES}/${name}`),
  'http://www.opengis.net/spec/tms/2.0/conf/tilematrixset',
  'http://www.opengis.net/spec/tms/2.0/conf/json-tilematrixset'
]

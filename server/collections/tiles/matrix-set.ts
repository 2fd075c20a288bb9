import { TILE_MAX_ZOOM, tileSideM, WORLD_HALF_M } from '../../geo/tile.ts'

export const MATRIX_SET_URI = 'http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad'
export const WEB_MERCATOR = 'http://www.opengis.net/def/crs/EPSG/0/3857'

const TILE_PX = 256
/** OGC's standardised pixel: 0.28 mm. */
const PIXEL_M = 0.00028
const LAST_ZOOM = 24

const matrix = (z: number) => ({
  id: String(z),
  scaleDenominator: tileSideM(z) / TILE_PX / PIXEL_M,
  cellSize: tileSideM(z) / TILE_PX,
  cornerOfOrigin: 'topLeft',
  pointOfOrigin: [-WORLD_HALF_M, WORLD_HALF_M],
  tileWidth: TILE_PX,
  tileHeight: TILE_PX,
  matrixWidth: 2 ** z,
  matrixHeight: 2 ** z
})

/** WebMercatorQuad as the OGC Two Dimensional Tile Matrix Set standard defines it. */
export const webMercatorQuad = {
  id: 'WebMercatorQuad',
  title: 'Google Maps Compatible for the World',
  uri: MATRIX_SET_URI,
  crs: WEB_MERCATOR,
  orderedAxes: ['X', 'Y'],
  wellKnownScaleSet: 'http://www.opengis.net/def/wkss/OGC/1.0/GoogleMapsCompatible',
  tileMatrices: Array.from({ length: LAST_ZOOM + 1 }, (_, z) => matrix(z))
}

/** The rows and columns that exist at the zooms that are served. */
export const matrixLimits = (min: number, max: number = TILE_MAX_ZOOM) =>
  Array.from({ length: max - min + 1 }, (_, index) => {
    const last = 2 ** (min + index) - 1
    return {
      tileMatrix: String(min + index),
      minTileRow: 0,
      maxTileRow: last,
      minTileCol: 0,
      maxTileCol: last
    }
  })

/** Half the width of the world in EPSG:3857, metres. */
export const WORLD_HALF_M = 20037508.342789244
/** Units along one side of a vector tile. */
export const TILE_EXTENT = 4096
/** The highest zoom at which tiles exist; clients overzoom. */
export const TILE_MAX_ZOOM = 14
/** Screen pixels along one side of a tile, as maplibre-gl draws it. */
const TILE_SCREEN_PX = 512

/** A tile of WebMercatorQuad: x is the column from the west, y the row from the north. */
export interface TileAddress {
  z: number
  x: number
  y: number
}

/** Whether WebMercatorQuad has this tile at a zoom that is served. */
export function tileExists({ z, x, y }: TileAddress): boolean {
  const side = 2 ** z
  return z <= TILE_MAX_ZOOM && x < side && y < side
}

/** Metres (of EPSG:3857) along one side of a tile at this zoom. */
export const tileSideM = (z: number): number => (2 * WORLD_HALF_M) / 2 ** z

/** Metres (of EPSG:3857) under one screen pixel at this zoom. */
export const pixelM = (z: number): number => tileSideM(z) / TILE_SCREEN_PX

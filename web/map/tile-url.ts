import type { TileSource } from './theme.ts'

/** Where a source's tiles lie, as MapLibre writes addresses; `day` null: today. OGC Tiles names the row before the column. */
export const tileUrl = ({ collections }: TileSource, day: string | null) =>
  `/ogc/tiles/WebMercatorQuad/{z}/{y}/{x}?collections=${collections.join(',')}` +
  (day ? `&datetime=${day}` : '')

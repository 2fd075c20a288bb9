import type { ExpressionSpecification } from 'maplibre-gl'
import type { TileSource } from '../map/theme.ts'

/** The ground as the commune handed it in. */
export const basemapSource: TileSource = {
  id: 'basemap',
  collections: ['land_uses', 'waterways', 'roads', 'buildings'],
  minzoom: 8,
  maxzoom: 14
}

/** The kind by the words of its class; what no kind knows falls to `otherwise`. */
export function byKind<K extends string>(
  classes: Readonly<Record<K, readonly string[]>>,
  values: Readonly<Record<NoInfer<K>, string>>,
  otherwise: NoInfer<K>
): ExpressionSpecification {
  const kinds = (Object.keys(classes) as K[]).filter((kind) => classes[kind].length > 0)
  const cases = kinds.flatMap((kind) => [[...classes[kind]], values[kind]])
  // MapLibre's tuple type takes no spread.
  const expression: unknown[] = [
    'match',
    ['downcase', ['to-string', ['get', 'class']]],
    ...cases,
    values[otherwise]
  ]
  return expression as ExpressionSpecification
}

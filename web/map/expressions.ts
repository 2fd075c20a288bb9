import type { ExpressionSpecification } from 'maplibre-gl'

/** A value for each value of a property. MapLibre's tuple type takes no spread, hence the cast. */
export function matchBy(
  property: string,
  values: Readonly<Record<string, string>>,
  otherwise: string
): ExpressionSpecification {
  // A match without cases is none.
  if (Object.keys(values).length === 0) return ['literal', otherwise]
  const expression: unknown[] = ['match', ['get', property], ...Object.entries(values).flat(), otherwise]
  return expression as ExpressionSpecification
}

/** A width or size that grows with the zoom; `stops` are pairs of zoom and value. */
export function byZoom(
  ...stops: readonly (readonly [zoom: number, value: number])[]
): ExpressionSpecification {
  // The same tuple type, the same reason.
  const expression: unknown[] = ['interpolate', ['exponential', 1.5], ['zoom'], ...stops.flat()]
  return expression as ExpressionSpecification
}

/** What `byZoom(...stops)` gives at this zoom, for what the page itself has to measure. */
export function atZoom(zoom: number, ...stops: readonly (readonly [zoom: number, value: number])[]): number {
  const next = stops.findIndex(([at]) => at > zoom)
  const [[fromZoom, from] = [0, 0], [toZoom, to] = [0, 0]] =
    next < 0 ? stops.slice(-1) : stops.slice(Math.max(0, next - 1), next + 1)
  if (next <= 0) return from
  const base = 1.5
  return from + ((to - from) * (base ** (zoom - fromZoom) - 1)) / (base ** (toZoom - fromZoom) - 1)
}

/** One value while the feature's state has the flag, another otherwise. */
export function ifState(flag: string, yes: number, no: number): ExpressionSpecification {
  return ['case', ['boolean', ['feature-state', flag], false], yes, no]
}

import type { TileSource } from '../map/theme.ts'

/**
 * Operators' maps of mobile coverage. Up to zoom 12 tiles carry one area per operator and technology, not the single
 * claims; those are enlarged above it. Half a pixel there is 10 m, far less than the maps' own resolution.
 */
export const coverageSource: TileSource = {
  id: 'coverage',
  collections: ['coverage_claims'],
  minzoom: 5,
  maxzoom: 12
}

/** Fixed networks and masts. */
export const networkSource: TileSource = {
  id: 'network',
  collections: ['fixed_services', 'fibre_lines', 'cell_sites'],
  minzoom: 8,
  maxzoom: 14
}

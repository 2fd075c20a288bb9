import type { TileSource } from '../map/theme.ts'

/** Areas in which a service is claimed. */
export const coverageSource: TileSource = {
  id: 'coverage',
  collections: ['coverage_claims', 'fixed_services'],
  minzoom: 5,
  maxzoom: 14
}

/** Lines and masts. */
export const networkSource: TileSource = {
  id: 'network',
  collections: ['fibre_lines', 'cell_sites'],
  minzoom: 8,
  maxzoom: 14
}

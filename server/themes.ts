import { communes, villages } from './areas/collection.ts'
import { buildings, landUses, roads, waterways } from './basemap/collection.ts'
import { Registry } from './collections/collection.ts'
import type { Derivation } from './collections/derivation.ts'
import { drawings } from './collections/tiles/drawing.ts'
import { coverageDrawings } from './coverage/drawing.ts'
import { coverageFacts } from './coverage/facts.ts'
import { fibreLines, fixedServices } from './coverage/fixed-collection.ts'
import { premises, residentialAreas } from './coverage/homes-collection.ts'
import { landFacts } from './coverage/land-facts.ts'
import { cellSites, coverageClaims, operators } from './coverage/mobile-collection.ts'
import { coverageStatistics } from './coverage/statistics.ts'
import { cameras, institutions } from './places/collection.ts'
import { culturalHouses } from './places/house-collection.ts'
import { houseSites } from './places/house-sites.ts'
import { relics } from './relics/collection.ts'
import { relicSites } from './relics/sites.ts'
import { reports } from './reports/collection.ts'

/** Every layer of the program, declared once by its theme; items, tiles, the importer and the catalogue follow from it. */
export const registry = new Registry([
  communes,
  villages,
  premises,
  operators,
  coverageClaims,
  cellSites,
  fibreLines,
  fixedServices,
  residentialAreas,
  culturalHouses,
  institutions,
  cameras,
  relics,
  reports,
  buildings,
  roads,
  waterways,
  landUses
])

/** What is kept ready beside the features, in the order in which it must be refreshed. */
export const derivations: readonly Derivation[] = [
  coverageFacts,
  coverageStatistics,
  landFacts,
  drawings(registry),
  coverageDrawings,
  relicSites,
  houseSites
]

import { buffer } from '@turf/turf'
import type { MultiPolygon, Polygon } from 'geojson'
import { feature, lines, type DemoFeature } from './features.ts'
import type { Hamlet } from './hamlets.ts'
import type { Road } from './roads.ts'
import { VILLAGES } from './villages.ts'

/** Fibre has not come to these villages. */
const WITHOUT_FIBRE = ['Rú Mây', 'Trại Hồ', 'Khe Chanh']
const STREET_M = 55
const SERVICE_M = 75

/** The land within a distance of a hamlet's lanes; undefined for a hamlet without lanes. */
function around({ lanes }: Hamlet, metres: number): Polygon | MultiPolygon | undefined {
  if (lanes.length === 0) return undefined
  return buffer(lines(lanes), metres / 1000, { units: 'kilometers', steps: 5 })?.geometry
}

export function makeFibre(roads: readonly Road[]): DemoFeature[] {
  const along = roads.filter(
    ({ class: rank, name }) =>
      rank === 'secondary' ||
      (rank === 'tertiary' && !WITHOUT_FIBRE.some((village) => name?.includes(village)))
  )
  return along.map(({ name, line }, index) =>
    feature(lines([line]), {
      ref: `cq-${index + 1}`,
      operator: index % 4 === 2 ? 'Nhà mạng B' : 'Nhà mạng A',
      name: `Tuyến cáp ${index + 1}${name ? ` (${name})` : ''}`
    })
  )
}

/** What can be ordered: one area per hamlet, provider and rate; never in a remote hamlet. */
export function makeFixedServices(hamlets: readonly (readonly Hamlet[])[]): DemoFeature[] {
  return hamlets.flatMap((ofVillage, village) =>
    Object.entries(VILLAGES[village]?.fixed ?? {}).flatMap(([provider, down]) =>
      ofVillage.flatMap((hamlet, index) => {
        const geometry = hamlet.isRemote ? undefined : around(hamlet, SERVICE_M)
        if (!geometry) return []
        const ref = `bd-${village + 1}-${index + 1}-${provider.at(-1)}`
        return feature(geometry, {
          ref,
          provider,
          down_mbps: down,
          technology: down >= 300 ? 'XGS-PON' : 'GPON'
        })
      })
    )
  )
}

export function makeResidentialAreas(hamlets: readonly (readonly Hamlet[])[]): DemoFeature[] {
  return hamlets.flatMap((ofVillage, village) =>
    ofVillage.flatMap((hamlet, index) => {
      const geometry = around(hamlet, STREET_M)
      if (!geometry) return []
      const name = `Khu dân cư ${VILLAGES[village]?.name ?? ''} ${index + 1}`
      return feature(geometry, { ref: `kdc-${village + 1}-${index + 1}`, name })
    })
  )
}

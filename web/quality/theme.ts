import type { FeatureCollection, Geometry } from 'geojson'
import type { Finding } from '../../server/quality/contract.ts'
import type { Colour, DataSource, Look, Theme, ThemeLayer } from '../map/theme.ts'

const FAULT: Colour = { light: '#b3261e', dark: '#ff9d94' }
const EDGE: Colour = { light: '#ffffff', dark: '#10181d' }

export const findingSource: DataSource = { id: 'quality_findings', data: true, promoteId: 'key' }

/** Findings for `MapView.setData`: their shapes, and a point for each so that small ones are seen from afar. */
export function findingFeatures(
  findings: readonly Finding[],
  openKey: string | undefined
): FeatureCollection {
  const propertiesOf = ({ key }: Finding) => ({ key, open: key === openKey ? 1 : 0 })
  const shapes = findings.flatMap((one) =>
    one.geometry === null
      ? []
      : [
          {
            type: 'Feature' as const,
            properties: propertiesOf(one),
            geometry: one.geometry as Geometry // as PostGIS writes it
          }
        ]
  )
  const points = findings.flatMap((one) =>
    one.at === null || one.geometry?.type === 'Point'
      ? []
      : [
          {
            type: 'Feature' as const,
            properties: propertiesOf(one),
            geometry: { type: 'Point' as const, coordinates: [one.at.lng, one.at.lat] }
          }
        ]
  )
  return { type: 'FeatureCollection', features: [...shapes, ...points] }
}

const dots = (isOpen: boolean, { flavour }: Look): ThemeLayer => ({
  id: isOpen ? 'open-dot' : 'dot',
  band: 'finding',
  type: 'circle',
  filter: ['all', ['==', ['geometry-type'], 'Point'], ['==', ['get', 'open'], isOpen ? 1 : 0]],
  paint: {
    'circle-radius': isOpen ? 9 : 6,
    'circle-color': FAULT[flavour],
    'circle-stroke-color': EDGE[flavour],
    'circle-stroke-width': isOpen ? 3 : 1.5
  }
})

export const findingTheme: Theme = {
  id: 'quality',
  title: { vi: 'Phát hiện về dữ liệu', en: 'Faults of the data' },
  source: findingSource,
  clickable: ['area', 'dot', 'open-dot'],
  layers: (look) => [
    {
      id: 'area',
      band: 'selection',
      type: 'fill',
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: {
        'fill-color': FAULT[look.flavour],
        'fill-opacity': ['case', ['==', ['get', 'open'], 1], 0.45, 0.22]
      }
    },
    {
      id: 'edge',
      band: 'selection',
      type: 'line',
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: {
        'line-color': FAULT[look.flavour],
        'line-width': ['case', ['==', ['get', 'open'], 1], 3, 1.5]
      }
    },
    dots(false, look),
    dots(true, look)
  ],
  legend: () => []
}

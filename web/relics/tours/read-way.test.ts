import { expect, test } from 'vitest'
import { readWay } from './read-way.ts'

const line = { type: 'LineString', coordinates: [[105, 20, 3], [105.1, 20]] } // prettier-ignore
const feature = { type: 'Feature', properties: {}, geometry: line }

test.each([line, feature, { type: 'FeatureCollection', features: [feature] }])(
  'finds the one line',
  (content) => {
    expect(readWay(JSON.stringify(content))).toEqual([
      [105, 20],
      [105.1, 20]
    ])
  }
)

test.each([
  'no JSON',
  'null',
  JSON.stringify({ type: 'Point', coordinates: [105, 20] }),
  JSON.stringify({ type: 'FeatureCollection', features: [feature, feature] }),
  JSON.stringify({ type: 'LineString', coordinates: [[105, 20]] }),
  // Metres of a grid are no degrees.
  JSON.stringify({ type: 'LineString', coordinates: [[500000, 2200000], [500100, 2200000]] }) // prettier-ignore
])('takes nothing else', (text) => expect(readWay(text)).toBeNull())

import { box, point, type CommuneData, type Row } from './commune-data.ts'

let next = 0

/**
 * A commune on ground of its own: a square of 0.04° whose lower half is a western and an eastern village (codes …-1 and
 * …-2, 100 people and 30 households in the register each), the upper half outside villages. Viettel is expected for 4G and
 * 5G, VNPT for 5G. Places are given by their distance from the south-western corner, in degrees.
 */
export async function squareCommune(data: CommuneData) {
  const code = String(10001 + next)
  const west = 104 + 0.125 * (next % 24)
  const south = 16 + 0.125 * Math.floor(next++ / 24)
  const villages = [1, 2].map((number) => ({
    code: `${code}-${number}`,
    name: `Thôn ${number}`,
    kind: 'thôn',
    commune_code: code,
    population: 100,
    households: 30,
    geom: box(west + 0.02 * (number - 1), south, west + 0.02 * number, south + 0.02)
  }))
  await data.publish('communes', [
    { code, name: `Xã ${code}`, geom: box(west, south, west + 0.04, south + 0.04) }
  ])
  await data.publish('villages', villages)
  await data.publish('operators', [
    { name: 'Viettel', technologies: ['5G', '4G'], commune_code: code },
    { name: 'VNPT', technologies: ['5G'], commune_code: code }
  ])
  return {
    code,
    west,
    south,
    at: (dx: number, dy: number) => point(west + dx, south + dy),
    area: (x0: number, y0: number, x1: number, y1: number) =>
      box(west + x0, south + y0, west + x1, south + y1),
    /** Five households of four people each, unless said otherwise. */
    home: (dx: number, dy: number, more: Row = {}) => ({
      geom: point(west + dx, south + dy),
      residents: 20,
      households: 5,
      ...more
    }),
    /** One operator's map of this commune from New Year 2026. */
    map: (operator: string, claims: string[], more: { technology?: '4G' | '5G'; validFrom?: string } = {}) =>
      data.deliver({ operator, speaksFor: [code], claims: claims.map((geom) => ({ geom })), ...more })
  }
}

import type { CommuneData, Row } from './commune-data.ts'
import { loadChecks, placedRows } from './load-places.ts'
import { BATCHES, momentOfBatch, momentOfUndo, type World, type WorldArea } from './world.ts'
import type { Shape } from './reference-geometry.ts'
import { ewkt, pointText, valid } from './world-text.ts'

const communeRow = (area: WorldArea): Row => ({
  code: area.code,
  name: area.code,
  geom: ewkt(area.shape),
  ...valid(area)
})
const villageRow = (area: WorldArea): Row => ({
  code: area.code,
  name: area.code,
  kind: 'thôn',
  commune_code: area.commune,
  population: area.population,
  provisional: area.provisional,
  geom: ewkt(area.shape),
  ...valid(area)
})

function square(west: number, south: number, width: number): Shape {
  const [east, north] = [west + width, south + width]
  return [
    [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north]
      ]
    ]
  ]
}

function rowsOf(worlds: readonly World[], collection: string, batch: number): Row[] {
  const own = <Item extends { batch: number }>(items: readonly Item[]) =>
    items.filter((item) => item.batch === batch)
  return worlds.flatMap((world): Row[] => {
    if (collection === 'communes') return own(world.communes).map(communeRow)
    if (collection === 'villages') return own(world.villages).map(villageRow)
    if (collection === 'residential_areas') return world.homes.map((shape) => ({ geom: ewkt(shape) }))
    if (collection === 'operators')
      return own(world.operators).map((one) => ({
        name: one.name,
        technologies: one.technologies,
        commune_code: one.commune,
        ...valid(one)
      }))
    if (collection === 'buildings')
      return own(world.buildings).map((one) => ({
        geom: ewkt(square(one.west, one.south, one.width)),
        levels: one.levels
      }))
    const placed = placedRows(world, collection, batch)
    if (placed) return placed
    return own(world.premises).map((one) => ({
      geom: pointText(one.place),
      residents: one.residents,
      households: one.households,
      max_down_mbps: one.downMbps,
      fibre: one.fibre,
      ...valid(one)
    }))
  })
}

function deliveriesOf(worlds: readonly World[], batch: number) {
  const own = worlds.flatMap(({ deliveries }) => deliveries.filter((delivery) => delivery.batch === batch))
  return own.map(({ operator, technology, validFrom, speaksFor, claims }) => ({
    operator,
    technology,
    validFrom,
    speaksFor,
    claims: claims.map(({ shape, resolutionM, from, to }) => ({
      geom: ewkt(shape),
      resolution_m: resolutionM,
      valid_from: from,
      valid_to: to
    }))
  }))
}

/** Puts all worlds into the database in the imports of `BATCHES`, then takes back those that are undone. */
export async function loadWorlds(data: CommuneData, worlds: readonly World[]) {
  const undone: { id: number; after: number }[] = []
  for (const [batch, { collection, ...rest }] of BATCHES.entries()) {
    const at = momentOfBatch(batch)
    const id =
      collection === 'coverage_claims'
        ? await data.deliverAll(deliveriesOf(worlds, batch), { at })
        : await data.publish(collection, rowsOf(worlds, collection, batch), { at })
    if ('undoneAfter' in rest) undone.push({ id, after: rest.undoneAfter })
  }
  await loadChecks(data.db, worlds)
  for (const { id, after } of undone) await data.undo(id, momentOfUndo(after))
}

import { deflateSync } from 'node:zlib'
import { PbfWriter } from 'pbf'

type Tags = Record<string, string>

/** A little OpenStreetMap: ways by their corners, and areas of several ways (outer first, then holes). */
export interface OsmMap {
  ways: { id: number; tags: Tags; corners: [number, number][] }[]
  relations: { id: number; tags: Tags; outer: number; inner: number[] }[]
}

interface Node {
  id: number
  lng: number
  lat: number
}

/** Each corner is a node; the same corner is the same node. */
function nodesOf({ ways }: OsmMap) {
  const nodes = new Map<string, Node>()
  for (const [lng, lat] of ways.flatMap(({ corners }) => corners))
    if (!nodes.has(`${lng},${lat}`)) nodes.set(`${lng},${lat}`, { id: nodes.size + 1, lng, lat })
  return nodes
}

const refsOf = (nodes: Map<string, Node>, corners: [number, number][]) =>
  corners.map(([lng, lat]) => nodes.get(`${lng},${lat}`)?.id ?? 0)

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;')

const tagLines = (tags: Tags) =>
  Object.entries(tags).map(([key, value]) => `<tag k="${escaped(key)}" v="${escaped(value)}"/>`)

/** The map as OSM XML. */
export function osmXml(map: OsmMap): string {
  const nodes = nodesOf(map)
  const lines = [...nodes.values()].map(
    ({ id, lng, lat }) => `<node id="${id}" lon="${lng}" lat="${lat}" version="1"/>`
  )
  for (const { id, tags, corners } of map.ways) {
    const refs = refsOf(nodes, corners).map((ref) => `<nd ref="${ref}"/>`)
    lines.push(`<way id="${id}" version="1">`, ...refs, ...tagLines(tags), '</way>')
  }
  for (const { id, tags, outer, inner } of map.relations) {
    const members = [outer, ...inner].map(
      (way, at) => `<member type="way" ref="${way}" role="${at ? 'inner' : 'outer'}"/>`
    )
    lines.push(`<relation id="${id}" version="1">`, ...members, ...tagLines(tags), '</relation>')
  }
  return `<?xml version="1.0" encoding="UTF-8"?>\n<osm version="0.6">\n${lines.join('\n')}\n</osm>\n`
}

/** The texts of a block, each once; the first is empty as the format wants it. */
class StringTable {
  readonly texts = ['']

  index(text: string): number {
    const known = this.texts.indexOf(text)
    return known >= 0 ? known : this.texts.push(text) - 1
  }
}

const deltas = (values: readonly number[]) =>
  values.map((value, at) => value - (at ? (values[at - 1] ?? 0) : 0))

function writeTags(pbf: PbfWriter, tags: Tags, table: StringTable) {
  pbf.writePackedVarint(
    2,
    Object.keys(tags).map((text) => table.index(text))
  )
  pbf.writePackedVarint(
    3,
    Object.values(tags).map((text) => table.index(text))
  )
}

function writeNode({ id, lng, lat }: Node, pbf: PbfWriter) {
  pbf.writeSVarintField(1, id)
  pbf.writeSVarintField(8, Math.round(lat * 1e7))
  pbf.writeSVarintField(9, Math.round(lng * 1e7))
}

/** A length, a header that says how long the blob is, the blob. */
function block(type: string, write: (pbf: PbfWriter) => void): Buffer {
  const content = new PbfWriter()
  write(content)
  const bytes = content.finish()
  const blob = new PbfWriter()
  blob.writeVarintField(2, bytes.length)
  blob.writeBytesField(3, deflateSync(bytes))
  const body = blob.finish()
  const header = new PbfWriter()
  header.writeStringField(1, type)
  header.writeVarintField(3, body.length)
  const head = header.finish()
  const length = Buffer.alloc(4)
  length.writeUInt32BE(head.length)
  return Buffer.concat([length, head, body])
}

/** The map as OSM PBF: nodes, ways and relations in groups of one block. */
export function osmPbf(map: OsmMap): Buffer {
  const nodes = nodesOf(map)
  const table = new StringTable()
  const group = (write: (pbf: PbfWriter) => void) => {
    const pbf = new PbfWriter()
    write(pbf)
    return pbf.finish()
  }
  const groups = [
    group((pbf) => [...nodes.values()].forEach((node) => pbf.writeMessage(1, writeNode, node))),
    group((pbf) =>
      map.ways.forEach((way) =>
        pbf.writeMessage(
          3,
          ({ id, tags, corners }, inner) => {
            inner.writeVarintField(1, id)
            writeTags(inner, tags, table)
            inner.writePackedSVarint(8, deltas(refsOf(nodes, corners)))
          },
          way
        )
      )
    ),
    group((pbf) =>
      map.relations.forEach((relation) =>
        pbf.writeMessage(
          4,
          ({ id, tags, outer, inner: holes }, inner) => {
            inner.writeVarintField(1, id)
            writeTags(inner, tags, table)
            inner.writePackedVarint(8, [table.index('outer'), ...holes.map(() => table.index('inner'))])
            inner.writePackedSVarint(9, deltas([outer, ...holes]))
            inner.writePackedVarint(
              10,
              [outer, ...holes].map(() => 1)
            )
          },
          relation
        )
      )
    )
  ]
  const data = block('OSMData', (pbf) => {
    pbf.writeMessage(
      1,
      (texts, inner) => texts.forEach((text) => inner.writeBytesField(1, Buffer.from(text))),
      table.texts
    )
    for (const bytes of groups) pbf.writeBytesField(2, bytes)
  })
  return Buffer.concat([block('OSMHeader', (pbf) => pbf.writeStringField(4, 'OsmSchema-V0.6')), data])
}

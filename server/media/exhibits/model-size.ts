import type { Glb } from './glb.ts'
import { brokenModel, nothingToSee, tooManyTriangles } from './model-problems.ts'

/** A cheap phone still turns it smoothly. */
const MOST_TRIANGLES = 300_000
/** What compressed geometry may claim to unfold to, and what may be drawn of points and lines. */
const MOST_VALUES = 5_000_000
/** The bytes of what may be that many values: the decoder takes the memory before it looks at the data. */
const MOST_UNFOLDED_BYTES = 256 * 1024 * 1024
/** Each is placed by all those above it. */
const MOST_NODES = 10_000
const TRIANGLES = 4

type Json = Glb['json']

const countOf = ({ accessors }: Json, index: number | undefined) =>
  index === undefined ? 0 : (accessors[index]?.count ?? 0)

/** How often a node shows its mesh. */
function copiesOf(json: Json, { extensions }: Json['nodes'][number]) {
  const repeated = Object.values(extensions?.EXT_mesh_gpu_instancing?.attributes ?? {})
  return repeated.length === 0 ? 1 : Math.max(...repeated.map((index) => countOf(json, index)))
}

/** How often each mesh is shown; at least once, for it is looked at before it is known whether anything shows it. */
function usesOf(json: Json) {
  const uses = json.meshes.map(() => 0)
  for (const node of json.nodes)
    if (node.mesh !== undefined && node.mesh < uses.length)
      uses[node.mesh] = (uses[node.mesh] ?? 0) + copiesOf(json, node)
  return uses.map((times) => Math.max(1, times))
}

/** Corners of everything that is drawn, however parts are repeated; of modes from `from` on. */
function cornersOf(json: Json, from: number) {
  const uses = usesOf(json)
  const each = json.meshes.map(({ primitives }, at) => {
    const drawn = primitives.filter(({ mode }) => mode >= from)
    const counts = drawn.map(({ indices, attributes }) => countOf(json, indices ?? attributes['POSITION']))
    return counts.reduce((sum, count) => sum + count, 0) * (uses[at] ?? 1)
  })
  return each.reduce((sum, count) => sum + count, 0)
}

/** Bytes that compressed parts say they unfold to. */
const unfoldedOf = ({ bufferViews }: Json) =>
  bufferViews.reduce((sum, { extensions }) => {
    const { count, byteStride } = extensions?.EXT_meshopt_compression ?? { count: 0, byteStride: 0 }
    return sum + count * byteStride
  }, 0)

/** Throws HttpError 422 for a model of no surface, or of more than a phone draws. */
export function checkSize({ json }: Glb) {
  const corners = cornersOf(json, TRIANGLES)
  if (corners === 0) throw nothingToSee()
  const triangles = Math.ceil(corners / 3)
  if (triangles > MOST_TRIANGLES) throw tooManyTriangles(triangles, MOST_TRIANGLES)
  const values = json.accessors.reduce((sum, { count }) => sum + count, 0)
  if (Math.max(values, cornersOf(json, 0)) > MOST_VALUES) throw brokenModel('accessors')
  if (unfoldedOf(json) > MOST_UNFOLDED_BYTES) throw brokenModel('bufferViews')
  if (json.nodes.length > MOST_NODES) throw brokenModel('nodes')
}

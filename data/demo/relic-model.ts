import { Document, NodeIO, type Material, type Mesh } from '@gltf-transform/core'

// A small stele house of boxes, in metres, y upwards: a base of three steps, a stele, four columns, a roof.

type Triple = [number, number, number]

/** Corners of a box by the signs of its axes, and its sides counter-clockwise as seen from outside. */
const SIDES: readonly { normal: Triple; corners: readonly Triple[] }[] = [
  {
    normal: [1, 0, 0],
    corners: [
      [1, -1, 1],
      [1, -1, -1],
      [1, 1, -1],
      [1, 1, 1]
    ]
  },
  {
    normal: [-1, 0, 0],
    corners: [
      [-1, -1, -1],
      [-1, -1, 1],
      [-1, 1, 1],
      [-1, 1, -1]
    ]
  },
  {
    normal: [0, 1, 0],
    corners: [
      [-1, 1, 1],
      [1, 1, 1],
      [1, 1, -1],
      [-1, 1, -1]
    ]
  },
  {
    normal: [0, -1, 0],
    corners: [
      [-1, -1, -1],
      [1, -1, -1],
      [1, -1, 1],
      [-1, -1, 1]
    ]
  },
  {
    normal: [0, 0, 1],
    corners: [
      [-1, -1, 1],
      [1, -1, 1],
      [1, 1, 1],
      [-1, 1, 1]
    ]
  },
  {
    normal: [0, 0, -1],
    corners: [
      [1, -1, -1],
      [-1, -1, -1],
      [-1, 1, -1],
      [1, 1, -1]
    ]
  }
]

interface Part {
  at: Triple
  size: Triple
  /** How much narrower its top is than its foot, 0 to 1: roofs. */
  taper?: number
}

const BASE: readonly Part[] = [
  { at: [0, 0.1, 0], size: [4, 0.2, 4] },
  { at: [0, 0.3, 0], size: [3.5, 0.2, 3.5] },
  { at: [0, 0.5, 0], size: [3, 0.2, 3] }
]
const STELE: readonly Part[] = [
  { at: [0, 0.75, 0], size: [1.2, 0.3, 0.7] },
  { at: [0, 1.7, 0], size: [0.9, 1.6, 0.25] },
  { at: [0, 2.6, 0], size: [0.9, 0.2, 0.25], taper: 0.4 }
]
const COLUMNS: readonly Part[] = [-1.2, 1.2].flatMap((x) =>
  [-1.2, 1.2].map((z): Part => ({ at: [x, 1.8, z], size: [0.25, 2.4, 0.25] }))
)
const ROOF: readonly Part[] = [
  { at: [0, 3.1, 0], size: [3.6, 0.2, 3.6] },
  { at: [0, 3.7, 0], size: [3.8, 1, 3.8], taper: 0.75 },
  { at: [0, 4.4, 0], size: [1.1, 0.4, 1.1], taper: 0.6 },
  { at: [0, 4.8, 0], size: [0.2, 0.4, 0.2] }
]

function cornerOf({ at, size, taper = 0 }: Part, [x, y, z]: Triple): Triple {
  const share = y > 0 ? 1 - taper : 1
  return [at[0] + (x * share * size[0]) / 2, at[1] + (y * size[1]) / 2, at[2] + (z * share * size[2]) / 2]
}

function meshOf(document: Document, parts: readonly Part[], material: Material): Mesh {
  const buffer = document.getRoot().listBuffers()[0] ?? document.createBuffer()
  const sides = parts.flatMap((part) => SIDES.map((side) => ({ part, side })))
  const positions = sides.flatMap(({ part, side }) =>
    side.corners.flatMap((corner) => cornerOf(part, corner))
  )
  const normals = sides.flatMap(({ side }) => side.corners.flatMap(() => side.normal))
  const indices = sides.flatMap((_, at) => [0, 1, 2, 0, 2, 3].map((corner) => at * 4 + corner))
  const accessor = (type: 'VEC3' | 'SCALAR', array: Float32Array<ArrayBuffer> | Uint16Array<ArrayBuffer>) =>
    document.createAccessor().setType(type).setArray(array).setBuffer(buffer)
  const primitive = document
    .createPrimitive()
    .setAttribute('POSITION', accessor('VEC3', new Float32Array(positions)))
    .setAttribute('NORMAL', accessor('VEC3', new Float32Array(normals)))
    .setIndices(accessor('SCALAR', new Uint16Array(indices)))
    .setMaterial(material)
  return document.createMesh().addPrimitive(primitive)
}

/** The model as an office would hand it in: binary glTF 2.0; always the same bytes. */
export async function makeSteleHouse(): Promise<Buffer> {
  const document = new Document()
  const scene = document.createScene()
  const groups = [
    { parts: BASE, colour: [0.48, 0.46, 0.42] },
    { parts: STELE, colour: [0.36, 0.37, 0.35] },
    { parts: COLUMNS, colour: [0.37, 0.15, 0.08] },
    { parts: ROOF, colour: [0.55, 0.16, 0.09] }
  ] as const
  for (const { parts, colour } of groups) {
    const material = document
      .createMaterial()
      .setBaseColorFactor([...colour, 1])
      .setRoughnessFactor(0.9)
      .setMetallicFactor(0)
    scene.addChild(document.createNode().setMesh(meshOf(document, parts, material)))
  }
  return Buffer.from(await new NodeIO().writeBinary(document))
}

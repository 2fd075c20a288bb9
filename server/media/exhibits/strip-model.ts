import {
  Accessor,
  ExtensibleProperty,
  ExtensionProperty,
  type Document,
  type Node
} from '@gltf-transform/core'
import { center, flatten, prune } from '@gltf-transform/functions'
import { badTexture, nothingToSee, realPlace } from './model-problems.ts'

/** No relic reaches so far from its middle, be it in millimetres; eastings in Việt Nam are larger. */
const FARTHEST = 300_000

/** Notes and names that programs and people leave in a model, which no viewer shows. */
export function dropNotes(document: Document) {
  const asset = document.getRoot().setExtras({}).getAsset()
  delete asset['copyright']
  delete asset['extras']
  asset.generator = ''
  for (const edge of document.getGraph().listEdges()) {
    const property = edge.getChild()
    if (property instanceof ExtensibleProperty || property instanceof ExtensionProperty)
      property.setName('').setExtras({})
  }
}

/** Only the scene that viewers show. Throws HttpError 422 where it shows nothing. */
async function dropHidden(document: Document) {
  const root = document.getRoot()
  const shown = root.getDefaultScene() ?? root.listScenes()[0]
  for (const scene of root.listScenes()) if (scene !== shown) scene.dispose()
  await document.transform(prune())
  if (root.listMeshes().length === 0) throw nothingToSee()
}

/**
 * Puts the model on the origin, by its foot, with no node below another: a scan often stands at the coordinates of the map,
 * of which neither a node nor what would cancel it out may tell.
 */
export async function takeFromItsPlace(document: Document) {
  await dropHidden(document)
  await document.transform(center({ pivot: 'below' }), flatten())
}

const isFar = (value: number) => !(Math.abs(value) <= FARTHEST)
const farNode = (node: Node) => node.getTranslation().some(isFar)

/** Throws HttpError 422 where a texture is not ours: what calls itself something else is left as it came. */
export function requireOurTextures(document: Document) {
  const textures = document.getRoot().listTextures()
  if (textures.some((texture) => texture.getMimeType() !== 'image/webp')) throw badTexture()
}

/**
 * Throws HttpError 422 where something still stands at the coordinates of a map: what moves, bends or is repeated keeps its
 * own. To be asked last: geometry is counted from its own middle by then.
 */
export function requireNoPlace(document: Document) {
  const root = document.getRoot()
  const reaches = root.listAccessors().some((accessor) => {
    const ends = [...accessor.getMin([]), ...accessor.getMax([])]
    return accessor.getComponentType() === Accessor.ComponentType.FLOAT && ends.some(isFar)
  })
  if (reaches || root.listNodes().some(farNode)) throw realPlace()
}

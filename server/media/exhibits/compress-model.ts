import { ExtensibleProperty, Logger, NodeIO, type Document } from '@gltf-transform/core'
import { dedup, meshopt, prune, textureCompress } from '@gltf-transform/functions'
import draco from 'draco3dgltf'
import { MeshoptDecoder, MeshoptEncoder } from 'meshoptimizer'
import sharp from 'sharp'
import { EXTENSIONS } from './model-extensions.ts'
import { brokenModel } from './model-problems.ts'

/** Larger ones a phone does not show sharper. */
const TEXTURE_PX = 2048

/** Notes that programs leave in a model, which no viewer shows. */
function dropExtras(document: Document) {
  document.getRoot().setExtras({}).getAsset().generator = ''
  for (const edge of document.getGraph().listEdges()) {
    const property = edge.getChild()
    if (property instanceof ExtensibleProperty) property.setExtras({})
  }
}

/**
 * The model as visitors are served it: geometry compressed with Meshopt, textures as WebP of at most 2,048 px, without notes
 * and metadata. Throws HttpError 422 for what cannot be decoded.
 */
export async function compressModel(bytes: Uint8Array): Promise<Uint8Array> {
  await MeshoptEncoder.ready
  const io = new NodeIO().registerExtensions(EXTENSIONS).registerDependencies({
    'draco3d.decoder': await draco.createDecoderModule(),
    'meshopt.decoder': MeshoptDecoder,
    'meshopt.encoder': MeshoptEncoder
  })
  try {
    const document = (await io.readBinary(bytes)).setLogger(new Logger(Logger.Verbosity.SILENT))
    dropExtras(document)
    const textures = textureCompress({
      encoder: sharp,
      targetFormat: 'webp',
      resize: [TEXTURE_PX, TEXTURE_PX]
    })
    await document.transform(
      dedup(),
      prune(),
      textures,
      meshopt({ encoder: MeshoptEncoder, level: 'medium' })
    )
    return await io.writeBinary(document)
  } catch (error) {
    throw brokenModel(error instanceof Error ? error.message : '')
  }
}

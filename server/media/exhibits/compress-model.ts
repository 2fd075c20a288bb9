import { Logger, NodeIO, type Document } from '@gltf-transform/core'
import { KHRDracoMeshCompression } from '@gltf-transform/extensions'
import { dedup, meshopt, textureCompress } from '@gltf-transform/functions'
import draco from 'draco3dgltf'
import { MeshoptDecoder, MeshoptEncoder } from 'meshoptimizer'
import sharp from 'sharp'
import { HttpError } from '../../http/errors.ts'
import { EXTENSIONS } from './model-extensions.ts'
import { brokenModel } from './model-problems.ts'
import { dropNotes, requireNoPlace, requireOurTextures, takeFromItsPlace } from './strip-model.ts'

/** Larger ones a phone does not show sharper. */
const TEXTURE_PX = 2048

/** What came as Draco is read by now and is written as Meshopt: one that stays in use would be written as Draco again. */
function dropDraco(document: Document) {
  for (const extension of document.getRoot().listExtensionsUsed())
    if (extension instanceof KHRDracoMeshCompression) extension.dispose()
}

/**
 * The model as visitors are served it: geometry compressed with Meshopt, textures as WebP of at most 2,048 px, without notes,
 * names and metadata, standing on the origin. Throws HttpError 422 for what cannot be decoded or would tell a place.
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
    dropNotes(document)
    dropDraco(document)
    await takeFromItsPlace(document)
    const textures = textureCompress({
      encoder: sharp,
      targetFormat: 'webp',
      resize: [TEXTURE_PX, TEXTURE_PX]
    })
    await document.transform(dedup(), textures, meshopt({ encoder: MeshoptEncoder, level: 'medium' }))
    requireOurTextures(document)
    requireNoPlace(document)
    return await io.writeBinary(document)
  } catch (error) {
    if (error instanceof HttpError) throw error
    throw brokenModel(error instanceof Error ? error.message : '')
  }
}

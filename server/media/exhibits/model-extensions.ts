import { ALL_EXTENSIONS } from '@gltf-transform/extensions'

/** Metadata of devices and people, textures that need a decoder of their own, code. */
const LEFT_OUT = new Set(['KHR_xmp_json_ld', 'KHR_texture_basisu', 'EXT_texture_avif', 'KHR_node_visibility'])

/** The extensions of glTF that are kept in what visitors are served: how surfaces look and how geometry is written. */
export const EXTENSIONS = ALL_EXTENSIONS.filter(({ EXTENSION_NAME }) => !LEFT_OUT.has(EXTENSION_NAME))

/** What a model may require. */
export const UNDERSTOOD: ReadonlySet<string> = new Set(EXTENSIONS.map(({ EXTENSION_NAME }) => EXTENSION_NAME))

import { mergeConfig } from 'vite'
import base from './vite.config.ts'

/** The map that other websites show in a frame, `/embed`: a build of its own beside the map's files. */
export default mergeConfig(base, {
  publicDir: false,
  build: { assetsDir: 'embed/assets', rolldownOptions: { input: 'web/embed.html' } }
})

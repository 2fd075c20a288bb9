import { mergeConfig } from 'vite'
import base from './vite.config.ts'

/** The staff's pages `/can-bo`: a build of its own beside the map's files. */
export default mergeConfig(base, {
  publicDir: false,
  build: { assetsDir: 'can-bo/assets', rolldownOptions: { input: 'web/can-bo.html' } }
})

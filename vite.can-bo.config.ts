import { mergeConfig } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import base from './vite.config.ts'

/** The staff's pages `/can-bo`: a build of its own beside the map's files, kept on the device for the day's route. */
export default mergeConfig(base, {
  publicDir: false,
  plugins: [
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'reports/offline',
      filename: 'can-bo-sw.ts',
      manifest: false,
      injectRegister: false,
      injectManifest: {
        globPatterns: ['can-bo.html', 'can-bo/assets/*.{js,mjs,css,woff2,svg}'],
        // Names with a hash need no revision of their own.
        dontCacheBustURLsMatching: /\/assets\//,
        maximumFileSizeToCacheInBytes: 3_000_000,
        rollupFormat: 'iife'
      }
    })
  ],
  build: { assetsDir: 'can-bo/assets', rolldownOptions: { input: 'web/can-bo.html' } }
})

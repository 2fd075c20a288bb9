import { mergeConfig } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { reportAppManifest } from './web/reports/offline/app-manifest.ts'
import base from './vite.config.ts'

/** The report app `/phan-anh`: its files lie beside those of the map, and the service worker keeps these alone. */
export default mergeConfig(base, {
  publicDir: 'reports/app-files',
  plugins: [
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'reports/offline',
      filename: 'phan-anh-sw.ts',
      manifest: reportAppManifest,
      manifestFilename: 'phan-anh.webmanifest',
      injectRegister: false,
      injectManifest: {
        globPatterns: ['phan-anh.html', 'phan-anh/assets/*.{js,mjs,css,woff2,svg}'],
        // Names with a hash need no revision of their own.
        dontCacheBustURLsMatching: /\/assets\//,
        maximumFileSizeToCacheInBytes: 3_000_000,
        rollupFormat: 'iife'
      }
    })
  ],
  build: { assetsDir: 'phan-anh/assets', rolldownOptions: { input: 'web/phan-anh.html' } }
})

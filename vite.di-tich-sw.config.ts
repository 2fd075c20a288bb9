import { mergeConfig } from 'vite'
import base from './vite.config.ts'

/** The service worker of tours that are kept offline: one file, which is no module, so that every browser takes it. */
export default mergeConfig(base, {
  publicDir: false,
  build: {
    rolldownOptions: {
      input: 'web/relics/visit/di-tich-sw.ts',
      output: { entryFileNames: 'di-tich-sw.js', format: 'iife' }
    }
  }
})

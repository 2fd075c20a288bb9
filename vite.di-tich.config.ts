import { readFileSync } from 'node:fs'
import { mergeConfig, type Plugin } from 'vite'
import base from './vite.config.ts'

/** The decoder of compressed models, which the viewer loads as a script of its own. */
const meshoptDecoder: Plugin = {
  name: 'meshopt-decoder',
  generateBundle() {
    const source = readFileSync('node_modules/meshoptimizer/meshopt_decoder.cjs')
    this.emitFile({ type: 'asset', fileName: 'di-tich/meshopt-decoder.js', source })
  }
}

/**
 * What the public pages of relics run on request, beside the HTML that the server makes: small files under names of their own,
 * and the viewers of panoramas and models, which they load when somebody asks.
 */
export default mergeConfig(base, {
  publicDir: false,
  plugins: [meshoptDecoder],
  build: {
    modulePreload: false,
    assetsDir: 'di-tich/assets',
    rolldownOptions: {
      input: {
        tuyen: 'web/relics/visit/tuyen.ts',
        'chia-se': 'web/relics/visit/chia-se.ts',
        'gan-day': 'web/relics/visit/gan-day.ts',
        xem: 'web/relics/view/main.ts'
      },
      output: { entryFileNames: 'di-tich/[name].js', chunkFileNames: 'di-tich/assets/[name]-[hash].js' }
    }
  }
})

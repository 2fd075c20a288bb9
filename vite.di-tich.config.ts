import { mergeConfig } from 'vite'
import base from './vite.config.ts'

/** What the public pages of relics run on request, beside the HTML that the server makes: small files under names of their own. */
export default mergeConfig(base, {
  publicDir: false,
  build: {
    modulePreload: false,
    rolldownOptions: {
      input: { tuyen: 'web/relics/visit/tuyen.ts', 'gan-day': 'web/relics/visit/gan-day.ts' },
      output: { entryFileNames: 'di-tich/[name].js', chunkFileNames: 'di-tich/[name]-[hash].js' }
    }
  }
})

import { mergeConfig } from 'vite'
import base from './vite.config.ts'

/** The script of the check page of a cultural house, whose HTML the server makes: one small file under a name of its own. */
export default mergeConfig(base, {
  build: {
    modulePreload: false,
    rolldownOptions: {
      input: 'web/places/check/main.ts',
      output: { entryFileNames: 'nha-van-hoa/kiem-tra.js' }
    }
  }
})

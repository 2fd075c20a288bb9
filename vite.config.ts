import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vite'

export default defineConfig({
  root: 'web',
  plugins: [svelte()],
  // MapLibre alone is about 1 MB before compression; a warning at every start would teach to ignore warnings.
  build: { outDir: '../dist/web', emptyOutDir: true, chunkSizeWarningLimit: 1200 }
})

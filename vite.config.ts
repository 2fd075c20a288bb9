import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vite'

// The map, and what the other pages (vite.*.config.ts) are built like. Each page is a build of its own: what one page
// needs of a shared module does not weigh on the first view of another.
export default defineConfig({
  root: 'web',
  plugins: [svelte()],
  // MapLibre alone is about 1 MB before compression; a warning at every start would teach to ignore warnings.
  build: { outDir: '../dist/web', emptyOutDir: true, chunkSizeWarningLimit: 1200 }
})

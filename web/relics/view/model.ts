import '@google/model-viewer/dist/model-viewer.min.js'
import type { Shown } from './main.ts'

/** Decoders come from this website alone. */
const DECODER = '/di-tich/meshopt-decoder.js'

/** Shows a model that one turns by hand or with the arrow keys; it never turns by itself. Rejects where it cannot be shown. */
export async function show(container: HTMLElement, { file, poster, name }: Shown) {
  await customElements.whenDefined('model-viewer')
  Object.assign(customElements.get('model-viewer') ?? {}, { meshoptDecoderLocation: DECODER })
  const viewer = document.createElement('model-viewer')
  const attributes = {
    src: `/api/media/${file}`,
    poster: `/api/media/${poster}`,
    alt: name,
    'camera-controls': '',
    'touch-action': 'pan-y',
    'interaction-prompt': 'none',
    'shadow-intensity': '0.6',
    class: 'viewer'
  }
  for (const [attribute, value] of Object.entries(attributes)) viewer.setAttribute(attribute, value)
  const shown = new Promise<void>((resolve, reject) => {
    viewer.addEventListener('load', () => resolve(), { once: true })
    viewer.addEventListener('error', () => reject(new Error('The model was not shown.')), { once: true })
  })
  // Keys go to a part of it, which is hidden until then.
  const focus = () => viewer.shadowRoot?.querySelector<HTMLElement>('.userInput')?.focus()
  viewer.addEventListener('poster-dismissed', focus, { once: true })
  container.append(viewer)
  return shown
}

// The script of a relic's page: shows the buttons of its panoramas and models, and puts the viewer in the poster's place.

/** What the page says of a panorama or model. */
export interface Shown {
  /** SHA-256 of the public tiles or model. */
  file: string
  /** SHA-256 of the public picture that is shown first. */
  poster: string
  /** What it is, for screen readers. */
  name: string
  language: string
  /** Of a panorama: pixels, and how many tiles lie beside one another. */
  width: number
  columns: number
}

const VIEWERS = {
  panorama: () => import('./panorama.ts'),
  model: () => import('./model.ts')
}

const shownOf = ({ dataset }: HTMLElement): Shown => ({
  file: dataset['file'] ?? '',
  poster: dataset['poster'] ?? '',
  name: dataset['name'] ?? '',
  language: dataset['lang'] ?? 'vi',
  width: Number(dataset['width']),
  columns: Number(dataset['columns'])
})

/** The viewer takes the poster's place once it shows something; where it cannot, the poster stays. */
async function open(button: HTMLButtonElement) {
  const figure = button.closest('figure')
  const stage = figure?.querySelector('.stage')
  const status = figure?.querySelector<HTMLElement>('[role=status]')
  const kind = button.dataset['view']
  if (!stage || !status || (kind !== 'panorama' && kind !== 'model')) return
  const poster = [...stage.childNodes]
  const viewer = document.createElement('div')
  viewer.className = 'viewer'
  button.disabled = true
  status.textContent = status.dataset['loading'] ?? ''
  try {
    const { show } = await VIEWERS[kind]()
    stage.replaceChildren(viewer)
    await show(viewer, shownOf(button))
    button.remove()
    status.textContent = ''
    if (viewer.tabIndex === 0) viewer.focus()
  } catch {
    stage.replaceChildren(...poster)
    status.textContent = status.dataset['failed'] ?? ''
    button.disabled = false
  }
}

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-view]')) {
  button.hidden = false
  button.addEventListener('click', () => void open(button))
}

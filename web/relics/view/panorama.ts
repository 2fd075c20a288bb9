import { Viewer } from '@photo-sphere-viewer/core'
import '@photo-sphere-viewer/core/index.css'
import { EquirectangularTilesAdapter } from '@photo-sphere-viewer/equirectangular-tiles-adapter'
import type { Shown } from './main.ts'

/** What the viewer's buttons say. */
const WORDS = {
  vi: {
    zoom: 'Phóng to, thu nhỏ',
    zoomOut: 'Thu nhỏ',
    zoomIn: 'Phóng to',
    moveUp: 'Nhìn lên',
    moveDown: 'Nhìn xuống',
    moveLeft: 'Nhìn sang trái',
    moveRight: 'Nhìn sang phải',
    fullscreen: 'Toàn màn hình',
    menu: 'Trình đơn',
    close: 'Đóng',
    loading: 'Đang tải …',
    loadError: 'Không tải được ảnh 360°'
  },
  en: {}
}

const isStill = () => matchMedia('(prefers-reduced-motion: reduce)').matches

/** Shows a panorama that one turns by hand or with the arrow keys; it never turns by itself. Rejects where it cannot be shown. */
export function show(container: HTMLElement, { file, poster, name, language, width, columns }: Shown) {
  const viewer = new Viewer({
    container,
    adapter: EquirectangularTilesAdapter,
    panorama: {
      baseUrl: `/api/media/${poster}`,
      width,
      cols: columns,
      rows: columns / 2,
      tileUrl: (col: number, row: number) => `/api/media/${file}/tiles/${col}/${row}`
    },
    navbar: ['zoom', 'move', 'fullscreen'],
    keyboard: 'fullscreen',
    moveInertia: !isStill(),
    mousewheelCtrlKey: true,
    lang: language === 'vi' ? WORDS.vi : WORDS.en
  })
  container.tabIndex = 0
  container.setAttribute('role', 'region')
  container.setAttribute('aria-label', name)
  // Arrow keys scroll the page, except while one is in the view.
  container.addEventListener('focusin', () => viewer.startKeyboardControl())
  container.addEventListener('focusout', () => viewer.stopKeyboardControl())
  return new Promise<void>((resolve, reject) => {
    viewer.addEventListener('ready', () => resolve(), { once: true })
    viewer.addEventListener('panorama-error', ({ error }) => reject(error), { once: true })
  })
}

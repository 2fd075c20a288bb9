import type { ManifestOptions } from 'vite-plugin-pwa'

const icon = (name: string, sizes: string, purpose: 'any' | 'maskable') => ({
  src: `/phan-anh/${name}.png`,
  sizes,
  type: 'image/png',
  purpose
})

/** What the phone's home screen knows of the report app. The icons come from web/reports/offline/make-icons.ts. */
export const reportAppManifest: Partial<ManifestOptions> = {
  id: '/phan-anh',
  start_url: '/phan-anh',
  scope: '/phan-anh',
  name: 'Địa bàn – Phản ánh hiện trường',
  short_name: 'Phản ánh',
  description:
    'Gửi phản ánh về rác thải, mất an toàn giao thông và việc khác ở xã; dùng được khi không có mạng.',
  lang: 'vi',
  dir: 'ltr',
  display: 'standalone',
  background_color: '#ffffff',
  theme_color: '#0f5c73',
  categories: ['government', 'utilities'],
  icons: [
    icon('icon-192', '192x192', 'any'),
    icon('icon-512', '512x512', 'any'),
    icon('icon-maskable-512', '512x512', 'maskable')
  ]
}

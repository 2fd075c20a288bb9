/** Words of the map in other websites' frames. */
export const embedMessages = {
  brand: { vi: 'Địa bàn', en: 'Địa bàn' },
  title: { vi: 'Bản đồ của xã', en: 'The commune’s map' },
  open: { vi: 'Mở bản đồ lớn', en: 'Open the large map' }
} as const

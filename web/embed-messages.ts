/** Words of the map in other websites' frames. */
export const embedMessages = {
  brand: { vi: 'Địa bàn', en: 'Địa bàn' },
  title: { vi: 'Bản đồ của xã', en: 'The commune’s map' },
  noCommune: {
    vi: 'Hệ thống này không có xã mang mã «{code}». Người quản trị cổng thông tin hãy kiểm tra địa chỉ nhúng (commune).',
    en: 'There is no commune “{code}” here. Whoever keeps this portal, check the frame’s address (commune).'
  },
  noRank: {
    vi: 'Không có cấp xếp hạng «{ranks}». Người quản trị cổng thông tin hãy kiểm tra địa chỉ nhúng (rank).',
    en: 'There is no rank “{ranks}”. Whoever keeps this portal, check the frame’s address (rank).'
  },
  open: { vi: 'Mở bản đồ lớn', en: 'Open the large map' }
} as const

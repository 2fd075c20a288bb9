/** Words of what a search finds, read with the first letters typed. */
export const messages = {
  searching: { vi: 'Đang tìm…', en: 'Searching…' },
  found: { vi: '{count} kết quả', en: '{count} {count|result|results}' },
  foundNone: {
    vi: 'Không tìm thấy “{text}”. Hãy thử ít chữ hơn; có thể gõ không dấu.',
    en: 'Nothing found for “{text}”. Try fewer letters; accents may be left out.'
  },
  provisional: { vi: 'ranh giới tạm', en: 'provisional boundary' },
  collections: {
    communes: { vi: 'Xã, phường', en: 'Commune' },
    villages: { vi: 'Thôn', en: 'Village' },
    cultural_houses: { vi: 'Nhà văn hóa', en: 'Cultural house' },
    institutions: { vi: 'Cơ quan, trường, trạm', en: 'Institution' },
    relics: { vi: 'Di tích', en: 'Relic' },
    cameras: { vi: 'Camera', en: 'Camera' },
    reports: { vi: 'Phản ánh', en: 'Report' },
    cell_sites: { vi: 'Trạm BTS', en: 'Cell site' },
    fibre_lines: { vi: 'Tuyến cáp quang', en: 'Fibre line' },
    residential_areas: { vi: 'Khu dân cư', en: 'Residential area' },
    roads: { vi: 'Đường', en: 'Road' },
    waterways: { vi: 'Sông, kênh', en: 'Waterway' },
    buildings: { vi: 'Công trình', en: 'Building' }
  },
  place: { vi: 'Địa điểm', en: 'Place' }
} as const

export const messages = {
  commune: { vi: 'Xã, phường', en: 'Commune' },
  illustrationShort: { vi: 'minh họa', en: 'illustration' },
  illustration: { vi: 'Dữ liệu minh họa', en: 'Illustrative data' },
  illustrationBrief: { vi: 'xã này không có thật', en: 'this commune does not exist' },
  illustrationHelp: {
    vi: 'Xã này không có thật. Mọi con số ở đây chỉ để giới thiệu cách dùng, không phải số liệu của nơi nào.',
    en: 'This commune does not exist. Every figure here only shows how the program works.'
  },
  search: { vi: 'Tìm thôn, địa điểm', en: 'Find a village or place' },
  searchHint: { vi: 'Tìm thôn, nhà văn hóa, trường…', en: 'Village, cultural house, school…' },
  searchClear: { vi: 'Xóa chữ đang tìm', en: 'Clear the search' },
  searching: { vi: 'Đang tìm…', en: 'Searching…' },
  found: { vi: '{count} kết quả', en: '{count} {count|result|results}' },
  foundNone: {
    vi: 'Không tìm thấy “{text}”. Hãy thử ít chữ hơn; có thể gõ không dấu.',
    en: 'Nothing found for “{text}”. Try fewer letters; accents may be left out.'
  },
  communesNone: { vi: 'Chưa có xã nào trong hệ thống', en: 'There are no communes yet' },
  communesNoneHelp: {
    vi: 'Người quản trị nạp ranh giới xã bằng lệnh dưới đây, trên máy chủ:',
    en: 'The administrator imports commune boundaries with this command, on the server:'
  },
  loading: { vi: 'Đang tải danh sách xã…', en: 'Loading communes…' },
  missingFailed: {
    vi: 'Chưa tải được danh sách dữ liệu còn thiếu. Hãy kiểm tra mạng rồi tải lại trang.',
    en: 'The list of missing data could not be loaded. Check the network and reload the page.'
  },
  collections: {
    communes: { vi: 'Xã, phường', en: 'Commune' },
    villages: { vi: 'Thôn', en: 'Village' },
    cultural_houses: { vi: 'Nhà văn hóa', en: 'Cultural house' },
    institutions: { vi: 'Cơ quan, trường, trạm', en: 'Institution' },
    relics: { vi: 'Di tích', en: 'Relic' },
    cameras: { vi: 'Camera', en: 'Camera' },
    cell_sites: { vi: 'Trạm BTS', en: 'Cell site' },
    fibre_lines: { vi: 'Tuyến cáp quang', en: 'Fibre line' },
    residential_areas: { vi: 'Khu dân cư', en: 'Residential area' },
    roads: { vi: 'Đường', en: 'Road' },
    waterways: { vi: 'Sông, kênh', en: 'Waterway' },
    buildings: { vi: 'Công trình', en: 'Building' }
  },
  place: { vi: 'Địa điểm', en: 'Place' }
} as const

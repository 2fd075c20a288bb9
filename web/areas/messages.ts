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
  searchFailed: {
    vi: 'Chưa tải được phần tìm kiếm. Hãy kiểm tra mạng rồi tải lại trang.',
    en: 'The search could not be loaded. Check the network and reload the page.'
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
  }
} as const

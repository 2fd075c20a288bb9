/** What has to be imported for a commune: read where something is missing. */
export const messages = {
  missingTitle: { vi: 'Chưa có dữ liệu bản đồ của {place}', en: 'No map data for {place} yet' },
  missingHelp: {
    vi: 'Vì vậy chưa tính được chỉ tiêu nào từ bản đồ. Chưa có số liệu không có nghĩa là bằng không.',
    en: 'So nothing can be computed from the map yet. No figures does not mean nought.'
  },
  missingPlan: {
    vi: 'Kế hoạch năm {year} của xã có {count} mục tiêu, xem ở danh sách chỉ tiêu.',
    en: 'The plan for {year} sets {count} {count|target|targets}; see the list of indicators.'
  },
  missingList: { vi: 'Cần nạp, theo thứ tự:', en: 'To be imported, in this order:' },
  steps: {
    communes: { vi: 'Ranh giới xã', en: 'Commune boundary' },
    villages: {
      vi: 'Ranh giới thôn (hoặc điểm trung tâm các thôn)',
      en: 'Village boundaries (or village centres)'
    },
    premises: { vi: 'Điểm hộ', en: 'Household points' },
    coverage_claims: { vi: 'Bản đồ phủ sóng của từng nhà mạng', en: 'Each operator’s coverage map' }
  },
  stepDone: { vi: 'đã có', en: 'present' },
  stepMissing: { vi: 'chưa có', en: 'missing' },
  howTo: { vi: 'Cách nạp, dành cho người quản trị', en: 'How to import, for the administrator' },
  formats: {
    vi: 'Nhận GeoJSON, shapefile, GeoPackage, KML, MapInfo, DXF, CSV, Excel; hệ tọa độ VN-2000 hoặc WGS 84.',
    en: 'GeoJSON, shapefile, GeoPackage, KML, MapInfo, DXF, CSV, Excel; VN-2000 or WGS 84.'
  }
} as const

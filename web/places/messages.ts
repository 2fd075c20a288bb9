export const messages = {
  close: { vi: 'Đóng', en: 'Close' },
  place: { vi: 'Đối tượng trên bản đồ', en: 'Feature on the map' },
  collections: {
    cultural_houses: { vi: 'Nhà văn hóa', en: 'Cultural house' },
    institutions: { vi: 'Cơ quan, trường học, trạm y tế', en: 'Institution' },
    cameras: { vi: 'Camera giám sát', en: 'Camera' },
    relics: { vi: 'Di tích', en: 'Relic' },
    cell_sites: { vi: 'Trạm BTS', en: 'Cell site' },
    fibre_lines: { vi: 'Tuyến cáp quang', en: 'Fibre line' },
    fixed_services: { vi: 'Vùng băng rộng cố định', en: 'Fixed broadband area' },
    coverage_claims: { vi: 'Vùng phủ sóng', en: 'Coverage area' }
  },
  facts: {
    wifi: { vi: 'Wifi miễn phí', en: 'Free Wifi' },
    wifi_checked_on: { vi: 'Ngày kiểm tra Wifi', en: 'Wifi checked' },
    provider: { vi: 'Nhà cung cấp', en: 'Provider' },
    kind: { vi: 'Loại', en: 'Kind' },
    line_mbps: { vi: 'Đường truyền (Mbit/s)', en: 'Line (Mbit/s)' },
    line_checked_on: { vi: 'Ngày đo', en: 'Measured' },
    owner: { vi: 'Chủ quản', en: 'Owner' },
    purpose: { vi: 'Mục đích', en: 'Purpose' },
    contact: { vi: 'Liên hệ', en: 'Contact' },
    rank: { vi: 'Xếp hạng', en: 'Rank' },
    operator: { vi: 'Nhà mạng', en: 'Operator' },
    technologies: { vi: 'Công nghệ', en: 'Technologies' },
    technology: { vi: 'Công nghệ', en: 'Technology' },
    down_mbps: { vi: 'Tốc độ tải xuống (Mbit/s)', en: 'Download (Mbit/s)' },
    height_m: { vi: 'Chiều cao (m)', en: 'Height (m)' },
    hardened: { vi: 'Kiên cố chống bão', en: 'Hardened against storms' },
    decision_number: { vi: 'Số quyết định', en: 'Decision' },
    decision_date: { vi: 'Ngày quyết định', en: 'Decided on' },
    valid_from: { vi: 'Có hiệu lực từ', en: 'Valid from' },
    valid_to: { vi: 'Có hiệu lực đến trước', en: 'Valid until before' }
  },
  coordinates: { vi: 'WGS 84', en: 'WGS 84' },
  degrees: { vi: '{lat}° B, {lng}° Đ', en: '{lat}° N, {lng}° E' },
  notKnown: { vi: 'chưa rõ', en: 'not known' },
  recordFailed: {
    vi: 'Chưa tải được phần còn lại của bản ghi. Hãy kiểm tra mạng rồi bấm lại vào điểm này.',
    en: 'The rest of the record could not be loaded. Check the network and press this place again.'
  },
  record: { vi: 'Xem bản ghi đầy đủ', en: 'See the whole record' },
  values: {
    true: { vi: 'Có', en: 'Yes' },
    false: { vi: 'Không', en: 'No' },
    yes: { vi: 'Có', en: 'Yes' },
    no: { vi: 'Không', en: 'No' },
    unknown: { vi: 'Chưa rõ', en: 'Unknown' },
    office: { vi: 'Trụ sở cơ quan', en: 'Public office' },
    school: { vi: 'Trường học', en: 'School' },
    health: { vi: 'Cơ sở y tế', en: 'Health station' },
    special_national: { vi: 'Quốc gia đặc biệt', en: 'Special national' },
    national: { vi: 'Quốc gia', en: 'National' },
    provincial: { vi: 'Cấp tỉnh', en: 'Provincial' },
    inventory: { vi: 'Trong danh mục kiểm kê', en: 'On the inventory' }
  }
} as const

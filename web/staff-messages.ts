/** Words of the staff's page around its parts. */
export const staffMessages = {
  title: { vi: 'Cán bộ xử lý phản ánh – Địa bàn', en: 'Staff – Địa bàn' },
  brand: { vi: 'Địa bàn', en: 'Địa bàn' },
  place: { vi: 'Cán bộ', en: 'Staff' },
  views: { vi: 'Các mục', en: 'Sections' },
  inbox: { vi: 'Hộp phản ánh', en: 'Inbox' },
  route: { vi: 'Lộ trình', en: 'Route' },
  intake: { vi: 'Nhập hộ', en: 'Take in' },
  relics: { vi: 'Di tích', en: 'Relics' },
  houses: { vi: 'Wifi', en: 'Wifi' },
  places: { vi: 'Địa điểm', en: 'Places' },
  import: { vi: 'Nạp tệp', en: 'Import' },
  quality: { vi: 'Dữ liệu', en: 'Data' },
  accounts: { vi: 'Tài khoản', en: 'Accounts' },
  units: { vi: 'Đơn vị', en: 'Units' },
  settings: { vi: 'Cài đặt', en: 'Settings' },
  audit: { vi: 'Nhật ký', en: 'Audit log' },
  account: { vi: 'Tài khoản của tôi', en: 'My account' },
  help: { vi: 'Hướng dẫn', en: 'Help' },
  partFailed: {
    vi: 'Mục này chưa tải được. Hãy kiểm tra mạng rồi tải lại trang.',
    en: 'This section did not arrive. Check the network, then load the page again.'
  },
  reload: { vi: 'Tải lại trang', en: 'Load again' },
  menu: { vi: 'Mở menu', en: 'Menu' },
  language: { vi: 'Ngôn ngữ', en: 'Language' },
  startTitle: { vi: 'Việc làm được ngay', en: 'What you can do now' },
  startText: {
    vi: 'Vai trò của ông/bà chưa có việc trong phần phản ánh. Các trang dưới đây để xem, so sánh và tải số liệu; cần thêm quyền thì hỏi người quản trị.',
    en: 'Your role has no work with reports. These pages are yours to read, compare and take along; ask the administrator where you need more.'
  },
  startWork: {
    vi: 'Vai trò của ông/bà không xử lý phản ánh. Việc của ông/bà ở các mục dưới đây; bản đồ và bảng số liệu để xem, so sánh và tải về.',
    en: 'Your role does not handle reports. Your work is in these sections; the map and the figures are yours to read, compare and take along.'
  },
  startMap: { vi: 'Bản đồ của xã', en: 'The commune’s map' },
  startFigures: { vi: 'Bảng số liệu kế hoạch', en: 'Table of the plan’s figures' },
  startRelics: { vi: 'Di tích trên bản đồ', en: 'Relics on the map' },
  noSection: { vi: 'Không mở được mục này', en: 'This section is not open to you' },
  notYours: {
    vi: 'Vai trò của ông/bà không có mục này. Hãy chọn mục khác ở thanh trên.',
    en: 'Your role has no such section. Choose another one above.'
  }
} as const

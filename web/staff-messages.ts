/** Words of the staff's page around its parts. */
export const staffMessages = {
  title: { vi: 'Cán bộ xử lý phản ánh – Địa bàn', en: 'Staff – Địa bàn' },
  brand: { vi: 'Địa bàn', en: 'Địa bàn' },
  place: { vi: 'Cán bộ', en: 'Staff' },
  views: { vi: 'Các mục', en: 'Sections' },
  inbox: { vi: 'Hộp phản ánh', en: 'Inbox' },
  route: { vi: 'Lộ trình', en: 'Route' },
  intake: { vi: 'Nhập hộ', en: 'Take in' },
  accounts: { vi: 'Tài khoản', en: 'Accounts' },
  units: { vi: 'Đơn vị', en: 'Units' },
  audit: { vi: 'Nhật ký', en: 'Audit log' },
  account: { vi: 'Tài khoản của tôi', en: 'My account' },
  help: { vi: 'Hướng dẫn', en: 'Help' },
  menu: { vi: 'Mở menu', en: 'Menu' },
  language: { vi: 'Ngôn ngữ', en: 'Language' },
  notYours: {
    vi: 'Vai trò của ông/bà không có mục này. Hãy chọn mục khác ở thanh trên.',
    en: 'Your role has no such section. Choose another one above.'
  }
} as const

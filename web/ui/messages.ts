export const messages = {
  sheetUp: { vi: 'Mở rộng bảng thông tin', en: 'Raise the panel' },
  sheetDown: { vi: 'Thu nhỏ bảng thông tin', en: 'Lower the panel' },
  pickDay: { vi: 'Chọn ngày trên lịch', en: 'Pick a day' },
  badDay: {
    vi: 'Ngày không hợp lệ. Hãy viết ngày/tháng/năm, ví dụ 30/06/2026.',
    en: 'This is not a day. Write day/month/year, such as 30/06/2026.'
  },
  dayHint: { vi: 'ngày/tháng/năm', en: 'day/month/year' },
  shareLink: { vi: 'Liên kết đến đúng màn hình này', en: 'Link to exactly this screen' },
  pinFigures: {
    vi: 'Giữ nguyên số liệu như lúc này, kể cả khi nạp thêm dữ liệu',
    en: 'Keep the figures as they are now, whatever is imported later'
  },
  copy: { vi: 'Sao chép liên kết', en: 'Copy link' },
  copied: { vi: 'Đã sao chép', en: 'Copied' },
  copyByHand: {
    vi: 'Trình duyệt không cho sao chép tự động. Hãy chọn dòng liên kết rồi nhấn Ctrl+C.',
    en: 'The browser does not allow copying. Select the link and press Ctrl+C.'
  },
  scheme: { vi: 'Nền màn hình', en: 'Appearance' },
  schemes: {
    auto: { vi: 'Theo máy', en: 'System' },
    light: { vi: 'Sáng', en: 'Light' },
    dark: { vi: 'Tối', en: 'Dark' }
  }
} as const

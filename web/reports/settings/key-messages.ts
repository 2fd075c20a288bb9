/** Words about the keys by which other systems hand in reports. */
export const keyMessages = {
  lead: {
    vi: 'Mỗi hệ thống khác (cổng của tỉnh, ứng dụng khác) gửi phản ánh qua Open311 bằng khóa riêng. Đọc phản ánh công khai không cần khóa.',
    en: 'Each other system (the province’s portal, an app) sends reports over Open311 with a key of its own. Reading public reports needs none.'
  },
  makeTitle: { vi: 'Cấp khóa', en: 'Make a key' },
  system: { vi: 'Tên hệ thống', en: 'Name of the system' },
  systemHint: { vi: 'Ví dụ: Cổng dịch vụ công của tỉnh', en: 'Such as: the province’s service portal' },
  scope: { vi: 'Được gửi cho', en: 'May send for' },
  make: { vi: 'Cấp khóa', en: 'Make the key' },
  onceTitle: { vi: 'Khóa của {name}', en: 'Key of {name}' },
  onceText: {
    vi: 'Chỉ hiện một lần này; chương trình không lưu khóa. Hãy sao chép và chuyển riêng cho người quản trị hệ thống ấy. Hệ thống gửi khóa trong tham số api_key.',
    en: 'Shown this once; the program does not keep it. Copy it and hand it to whoever runs that system. It is sent as the parameter api_key.'
  },
  none: { vi: 'Chưa cấp khóa nào.', en: 'No keys yet.' },
  since: { vi: 'Cấp lúc {moment}', en: 'Made {moment}' },
  until: { vi: 'Thu hồi lúc {moment}', en: 'Ended {moment}' },
  inForce: { vi: 'Đang dùng', en: 'In force' },
  ended: { vi: 'Đã thu hồi', en: 'Ended' },
  end: { vi: 'Thu hồi', en: 'End' },
  endOf: { vi: 'Thu hồi khóa của {name}', en: 'End the key of {name}' },
  endTitle: { vi: 'Thu hồi khóa của «{name}»?', en: 'End the key of “{name}”?' },
  endText: {
    vi: 'Hệ thống này không gửi được nữa, ngay lập tức. Phản ánh đã gửi vẫn giữ nguyên. Sau đó có thể cấp khóa mới.',
    en: 'The system can send no more, at once. What it sent stays. You can make it a new key afterwards.'
  },
  endDone: { vi: 'Đã thu hồi khóa của «{name}».', en: 'The key of “{name}” has ended.' },
  renew: { vi: 'Cấp khóa mới', en: 'Make a new key' },
  renewOf: { vi: 'Cấp khóa mới cho {name}', en: 'Make a new key for {name}' }
} as const

/** Words of taking a whole collection along as a file. */
export const exportMessages = {
  title: { vi: 'Tải về thành tệp', en: 'Download as a file' },
  lead: {
    vi: 'Toàn bộ những gì được biết của lớp dữ liệu, trong phạm vi ông/bà phụ trách, kể cả vị trí không công khai. Mỗi lần tải được ghi vào nhật ký.',
    en: 'All that is known of the collection where you keep it, places that are not public included. Each download stands in the audit log.'
  },
  collection: { vi: 'Lớp dữ liệu', en: 'Collection' },
  format: { vi: 'Định dạng', en: 'Format' },
  system: { vi: 'Hệ tọa độ', en: 'Coordinate system' },
  day: { vi: 'Đúng vào ngày', en: 'As of the day' },
  onlyDegrees: {
    vi: 'Định dạng này luôn theo WGS 84.',
    en: 'This format is always WGS 84.'
  },
  get: { vi: 'Tải về', en: 'Download' },
  making: { vi: 'Đang tạo tệp', en: 'Making the file' },
  made: { vi: 'Đã tải «{name}».', en: '“{name}” was downloaded.' }
} as const

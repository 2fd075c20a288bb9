/** Words about the categories of reports. */
export const categoryMessages = {
  lead: {
    vi: 'Người dân chọn loại khi gửi phản ánh. Thời hạn và khoảng cách sửa ở đây áp dụng cho phản ánh nhận từ lúc này; phản ánh đã nhận giữ hạn đã hẹn.',
    en: 'People choose one when they report. Limits set here hold for reports that come from now on; those that are here keep their deadlines.'
  },
  add: { vi: 'Thêm loại', en: 'Add a category' },
  addTitle: { vi: 'Thêm loại phản ánh', en: 'Add a category' },
  editTitle: { vi: 'Sửa loại «{name}»', en: 'Edit the category “{name}”' },
  none: {
    vi: 'Chưa có loại phản ánh nào. Hãy thêm loại đầu tiên.',
    en: 'No categories yet. Add the first one.'
  },
  nameVi: { vi: 'Tên tiếng Việt', en: 'Vietnamese name' },
  nameEn: { vi: 'Tên tiếng Anh', en: 'English name' },
  theme: { vi: 'Nhóm', en: 'Group' },
  themeHint: { vi: 'Nhóm quyết định màu và hình trên bản đồ.', en: 'It decides colour and sign on the map.' },
  receiveHours: { vi: 'Tiếp nhận trong (giờ làm việc)', en: 'Receive within (working hours)' },
  resolveHours: { vi: 'Giải quyết trong (giờ làm việc)', en: 'Resolve within (working hours)' },
  limitsHint: {
    vi: 'Giờ mới tính cho phản ánh nhận, mở lại hoặc chuyển sang loại này từ khi lưu. Hạn đã hẹn của phản ánh đang xử lý không đổi.',
    en: 'New hours hold for reports that come, are reopened or change to this category once saved. Deadlines already given stay.'
  },
  radius: { vi: 'Trùng trong bán kính (mét)', en: 'Duplicates within (metres)' },
  days: { vi: 'Trùng trong số ngày', en: 'Duplicates within (days)' },
  urgent: { vi: 'Khẩn', en: 'Urgent' },
  urgentHint: { vi: 'Phải tiếp nhận trong 4 giờ làm việc.', en: 'To be received within 4 working hours.' },
  sensitive: { vi: 'Nhạy cảm', en: 'Sensitive' },
  sensitiveHint: {
    vi: 'Vị trí của phản ánh mới chỉ công khai theo ô 200 m; phản ánh đã nhận giữ nguyên.',
    en: 'Places of new reports are public as a 200 m cell only; reports that are here stay as they are.'
  },
  inUse: { vi: 'Đang dùng', en: 'In use' },
  inUseHint: {
    vi: 'Bỏ dấu để ngừng: không ai chọn được nữa, phản ánh cũ vẫn giữ nguyên.',
    en: 'Untick to end it: nobody can choose it any more, and older reports stay.'
  },
  ended: { vi: 'Đã ngừng', en: 'Ended' },
  limits: {
    vi: 'Tiếp nhận {receive} giờ · giải quyết {resolve} giờ làm việc',
    en: 'Receive in {receive} · resolve in {resolve} working hours'
  },
  near: { vi: 'Trùng: {radius} m, {days} ngày', en: 'Duplicates: {radius} m, {days} {days|day|days}' },
  up: { vi: 'Đưa «{name}» lên', en: 'Move “{name}” up' },
  down: { vi: 'Đưa «{name}» xuống', en: 'Move “{name}” down' },
  create: { vi: 'Thêm', en: 'Add' },
  added: {
    vi: 'Đã thêm «{name}». Người dân chọn được ngay.',
    en: '“{name}” is added. People can choose it at once.'
  },
  saved: { vi: 'Đã lưu «{name}».', en: '“{name}” is saved.' }
} as const

/** Reports taken in at the desk or by phone. */
export const intakeMessages = {
  title: { vi: 'Nhập hộ người dân', en: 'Take in for somebody' },
  lead: {
    vi: 'Ghi phản ánh nhận tại quầy hoặc qua điện thoại. Đọc mã theo dõi cho người báo sau khi lưu.',
    en: 'A report that came to the desk or by phone. Read the tracking code out once it is saved.'
  },
  channel: { vi: 'Nhận qua', en: 'It came' },
  where: { vi: 'Xảy ra ở đâu', en: 'Where' },
  whereHelp: {
    vi: 'Tìm theo tên người dân nói, rồi dời bản đồ để dấu cộng nằm đúng chỗ; hoặc nhập tọa độ.',
    en: 'Find the place by its name, then move the map until the cross lies on it; or type coordinates.'
  },
  moveHelp: {
    vi: 'Dời bản đồ để dấu cộng nằm đúng chỗ, tìm theo tên, hoặc nhập tọa độ. Vòng tròn là vị trí ban đầu, vẫn được giữ.',
    en: 'Move the map until the cross lies on the place, find it by name, or type coordinates. The ring is where it was first, which is kept.'
  },
  cross: {
    vi: 'Điểm đang chọn: phím mũi tên dời {step} m, giữ Shift dời {long} m',
    en: 'Chosen place: arrow keys move it {step} m, with Shift {long} m'
  },
  foundHere: {
    vi: 'Dấu cộng ở giữa {name}. Dời bản đồ nếu biết rõ hơn.',
    en: 'The cross is in the middle of {name}. Move the map if you know better.'
  },
  fromFirst: { vi: 'Cách vị trí ban đầu {distance}.', en: '{distance} from where it was first.' },
  name: { vi: 'Tên người báo (không bắt buộc)', en: 'Name (optional)' },
  phone: { vi: 'Số điện thoại (không bắt buộc)', en: 'Phone (optional)' },
  text: { vi: 'Nội dung người dân báo', en: 'What was reported' },
  photos: { vi: 'Ảnh kèm theo', en: 'Pictures' },
  save: { vi: 'Lưu phản ánh', en: 'Save the report' },
  saved: { vi: 'Đã nhận phản ánh {number}', en: 'Report {number} is here' },
  code: { vi: 'Mã theo dõi, đọc cho người báo:', en: 'Tracking code, to be read out:' },
  codeHelp: {
    vi: 'Mã chỉ hiện lần này. Người báo nhập mã ở trang phản ánh để theo dõi.',
    en: 'It is shown only now. It is typed on the report page to follow the report.'
  },
  another: { vi: 'Nhập phản ánh khác', en: 'Another one' },
  open: { vi: 'Mở phản ánh', en: 'Open it' },
  pictureFailed: {
    vi: 'Phần chữ đã lưu, nhưng còn ảnh chưa gửi được. Hãy thử gửi lại ảnh.',
    en: 'The text is saved, but pictures are not. Try to send them again.'
  },
  again: { vi: 'Gửi lại ảnh', en: 'Send pictures again' },
  noCategory: { vi: 'Chọn loại việc', en: 'Choose a category' }
} as const

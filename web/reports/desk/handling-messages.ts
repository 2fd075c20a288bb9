/** Two officers on one report. */
export const conflictMessages = {
  title: { vi: 'Có người vừa sửa phản ánh này', en: 'Somebody has just changed this report' },
  lead: {
    vi: 'Chưa lưu gì của ông/bà. Với từng mục khác nhau, hãy chọn giữ của ai.',
    en: 'Nothing of yours is saved yet. Choose for each field whose is to stand.'
  },
  leadState: {
    vi: 'Chưa lưu gì của ông/bà. Hãy xem thay đổi của họ rồi quyết định có thực hiện nữa không.',
    en: 'Nothing of yours is saved yet. See what they changed, then decide whether to go on.'
  },
  theirChanges: { vi: 'Họ đã thay đổi', en: 'What they changed' },
  field: { vi: 'Mục', en: 'Field' },
  mine: { vi: 'Của tôi', en: 'Mine' },
  theirs: { vi: 'Bản đã lưu', en: 'As saved' },
  was: { vi: 'trước đó: {value}', en: 'before: {value}' },
  apply: { vi: 'Lưu các lựa chọn', en: 'Save the choices' },
  goOn: { vi: 'Vẫn thực hiện: {action}', en: 'Go on: {action}' },
  drop: { vi: 'Bỏ của tôi, xem bản mới', en: 'Drop mine, see the new one' },
  impossible: {
    vi: 'Ở trạng thái mới không còn thực hiện được “{action}”.',
    en: '“{action}” is not possible in the new state.'
  },
  yourText: { vi: 'Lời ông/bà đã soạn', en: 'What you wrote' },
  empty: { vi: '(để trống)', en: '(empty)' },
  yes: { vi: 'Có', en: 'Yes' },
  no: { vi: 'Không', en: 'No' },
  approval: { vi: 'Công khai', en: 'Public' },
  boxes: { vi: 'Ô che', en: 'Boxes' },
  files: { vi: 'Số tệp', en: 'Files' },
  nothingVisible: { vi: 'Không có mục nào trong bảng này khác đi.', en: 'None of these fields differ.' }
} as const

/** Drawing boxes. */
export const boxMessages = {
  title: { vi: 'Che mặt người và biển số', en: 'Cover faces and plates' },
  help: {
    vi: 'Kéo trên ảnh để vẽ ô che; kéo ô để dời. Ô đen được in hẳn vào ảnh công khai, ảnh gốc giữ nguyên.',
    en: 'Drag on the picture to draw a box; drag a box to move it. Boxes are burnt into the public picture; the original stays.'
  },
  keyHelp: {
    vi: 'Bàn phím: phím mũi tên để dời, Shift + mũi tên để đổi cỡ, Delete để xóa.',
    en: 'Keys: arrows move, Shift + arrows resize, Delete removes.'
  },
  add: { vi: 'Thêm ô che', en: 'Add a box' },
  box: {
    vi: 'Ô che {n}: cách trái {x}%, cách trên {y}%, rộng {w}%, cao {h}%',
    en: 'Box {n}: {x}% from the left, {y}% from the top, {w}% wide, {h}% high'
  },
  remove: { vi: 'Xóa ô đang chọn', en: 'Remove the chosen box' },
  save: { vi: 'Lưu ô che', en: 'Save the boxes' },
  picture: { vi: 'Ảnh cần che', en: 'The picture to cover' }
} as const

/** Deleting what is personal of a reporter. */
export const forgetMessages = {
  forget: { vi: 'Xóa dữ liệu người gửi', en: 'Delete the reporter’s data' },
  forgetWarning: {
    vi: 'Khi người gửi yêu cầu: xóa liên hệ, lời kể, địa chỉ, ghi âm và mã theo dõi. Phản ánh về địa điểm vẫn được xử lý. Không khôi phục được.',
    en: 'At the reporter’s wish: deletes contact, words, address, voice note and tracking code. The report of the place stays. It cannot be undone.'
  },
  forgetNow: { vi: 'Xóa hẳn', en: 'Delete for good' },
  forgetNot: { vi: 'Không xóa', en: 'Keep it' }
} as const

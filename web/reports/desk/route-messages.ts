/** The list of points that an officer takes along. */
export const routeMessages = {
  title: { vi: 'Lộ trình hôm nay', en: 'Today’s route' },
  lead: {
    vi: 'Danh sách điểm giữ trên máy này, xếp theo đường đi ngắn; trả lời được cả khi không có mạng.',
    en: 'Points kept on this device, ordered as a short walk; they can be answered without a network.'
  },
  takeMine: { vi: 'Lấy các việc của tôi', en: 'Take along what is mine' },
  empty: {
    vi: 'Chưa có điểm nào. Lấy các việc đang giao cho ông/bà, hoặc chọn trong hộp phản ánh rồi bấm “Đưa vào lộ trình”.',
    en: 'No points yet. Take what is assigned to you, or select reports in the inbox and add them to the route.'
  },
  takenAt: { vi: '{n} điểm, lấy lúc {moment}', en: '{n} {n|point|points}, taken at {moment}' },
  length: { vi: 'Đường chim bay cả lượt: {distance}', en: 'As the crow flies, all of it: {distance}' },
  fromHere: { vi: 'Xếp lại từ chỗ tôi đứng', en: 'Order from where I am' },
  clear: { vi: 'Xóa lộ trình khỏi máy', en: 'Remove it from this device' },
  leg: { vi: 'cách điểm trước {distance}', en: '{distance} from the one before' },
  first: { vi: 'điểm đầu', en: 'first point' },
  answer: { vi: 'Ghi kết quả', en: 'Record the result' },
  remove: { vi: 'Bỏ khỏi lộ trình', en: 'Take off the route' },
  waiting: { vi: 'Chờ gửi', en: 'Waiting to be sent' },
  behind: { vi: 'Chờ việc trước được gửi', en: 'Waits for the one before' },
  sending: { vi: 'Đang gửi…', en: 'Sending…' },
  sent: { vi: 'Máy chủ đã nhận', en: 'The server has it' },
  refused: { vi: 'Máy chủ chưa nhận: {why}', en: 'The server refuses: {why}' },
  outdated: {
    vi: 'Người khác đã thay đổi phản ánh này nên chưa gửi; câu trả lời vẫn còn trên máy. Hãy chọn.',
    en: 'Somebody has changed this report, so nothing was sent; your answer is still here. Choose.'
  },
  choose: { vi: 'Giữ của ai?', en: 'Whose is to stand?' },
  chosen: { vi: 'Thực hiện lựa chọn', en: 'Do as chosen' },
  sendAnyway: { vi: 'Vẫn gửi câu trả lời của tôi', en: 'Send mine all the same' },
  elsewhere: {
    vi: 'Phản ánh này vừa được trả lời ở cửa sổ khác. Hãy xem lại trạng thái rồi ghi tiếp.',
    en: 'This report was just answered in another window. Look at its state, then go on.'
  },
  look: { vi: 'Xem phản ánh', en: 'See the report' },
  discard: { vi: 'Bỏ câu trả lời', en: 'Discard the answer' },
  discardAll: { vi: 'Bỏ việc này và các việc ghi sau', en: 'Discard this and what follows' },
  unsent: { vi: '{n} câu trả lời chưa gửi', en: '{n} {n|answer|answers} not sent' },
  sendNow: { vi: 'Gửi ngay', en: 'Send now' },
  full: {
    vi: 'Bộ nhớ của máy đã đầy, chưa giữ được câu trả lời. Hãy xóa bớt rồi thử lại.',
    en: 'This device is full and could not keep the answer. Free some space and try again.'
  },
  storeFailed: {
    vi: 'Trình duyệt này không cho giữ dữ liệu trên máy (cửa sổ ẩn danh?), nên chưa dùng được lộ trình.',
    en: 'This browser keeps nothing on the device (a private window?), so there is no route.'
  },
  offline: {
    vi: 'Đang ngoại tuyến: trả lời vẫn được giữ, gửi khi trang này mở và có mạng.',
    en: 'Offline: answers are kept, and sent while this page is open and there is a network.'
  }
} as const

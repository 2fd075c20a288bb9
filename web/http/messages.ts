export const messages = {
  offline: {
    vi: 'Thiết bị đang ngoại tuyến. Hãy kiểm tra kết nối mạng rồi thử lại.',
    en: 'This device is offline. Check the connection and try again.'
  },
  unreachable: {
    vi: 'Không kết nối được với máy chủ. Hãy thử lại sau ít phút; nếu vẫn lỗi, báo người quản trị.',
    en: 'The server cannot be reached. Try again in a few minutes; if it goes on, tell the administrator.'
  },
  unreadable: {
    vi: 'Máy chủ trả lời không đúng định dạng (mã {status}). Hãy tải lại trang.',
    en: 'The server sent an answer that cannot be read (status {status}). Reload the page.'
  },
  offlineNow: {
    vi: 'Đang ngoại tuyến: màn hình giữ số liệu đã tải, phần mới sẽ tải khi có mạng.',
    en: 'Offline: the screen keeps what it has loaded; the rest follows when the network is back.'
  },
  retry: { vi: 'Thử lại', en: 'Try again' },
  notDone: { vi: 'Chưa thực hiện được', en: 'This could not be done' },
  notLoaded: { vi: 'Chưa tải được', en: 'This could not be loaded' },
  failed: { vi: 'Không tải được số liệu', en: 'The figures could not be loaded' }
} as const

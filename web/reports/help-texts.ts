import type { Message } from '../i18n/i18n.svelte.ts'

/** How reporting works, for whoever does it for the first time. */
export const HELP: readonly { title: Message; points: readonly Message[] }[] = [
  {
    title: { vi: 'Gửi trong bốn lần chạm', en: 'Four taps' },
    points: [
      { vi: 'Chọn việc bạn thấy.', en: 'Choose what you see.' },
      {
        vi: 'Chụp ảnh, tối đa 5 ảnh; tránh mặt người và biển số xe. Không có ảnh vẫn gửi được.',
        en: 'Take a photo, up to five; keep faces and number plates out. You may also send without.'
      },
      {
        vi: 'Xem ghim đã đúng chỗ chưa; chưa đúng thì kéo bản đồ.',
        en: 'See whether the pin is right; if not, move the map.'
      },
      {
        vi: 'Gửi. Lời mô tả, ghi âm, tên và số điện thoại là tùy bạn.',
        en: 'Send. Words, a voice note, name and phone are up to you.'
      }
    ]
  },
  {
    title: { vi: 'Khi không có mạng', en: 'Without a network' },
    points: [
      {
        vi: 'Hãy mở trang này một lần khi có mạng. Sau đó trang mở được, chụp và lưu được ở nơi không có sóng.',
        en: 'Open this page once with a network. From then on it opens, takes photos and keeps reports without one.'
      },
      {
        vi: 'Khi có mạng lại và trang đang mở, máy tự gửi. Chỉ khi thấy số biên nhận (PA-…) là xã đã nhận.',
        en: 'Once there is a network and the page is open, it sends by itself. The commune has your report when you see its number (PA-…).'
      },
      {
        vi: 'Chờ quá 3 ngày, trang sẽ nhắc. Có thể lưu tất cả ra tệp trong mục Của tôi và đưa cho xã nạp giúp.',
        en: 'After three days the page reminds you. Under Mine everything can be saved to a file, which the commune can take in.'
      }
    ]
  },
  {
    title: { vi: 'Sau khi gửi', en: 'What happens then' },
    points: [
      {
        vi: 'Xã xem xét trong 8 giờ làm việc, việc gấp trong 4 giờ, rồi giao cho đơn vị xử lý. Hạn xử lý hiện cùng phản ánh.',
        en: 'The commune looks at it within 8 working hours, within 4 when urgent, and gives it to a unit. The day by which it is due stands beside it.'
      },
      {
        vi: 'Cán bộ duyệt rồi mới công khai, đã che mặt người và biển số. Kết quả có ảnh sau xử lý.',
        en: 'Only after approval is it public, with faces and plates covered. The result comes with a photo after.'
      },
      {
        vi: 'Việc có người đã phản ánh thì bấm “Tôi cũng thấy”: không cần gửi lại mà vẫn theo dõi được.',
        en: 'If somebody has reported it already, press “I saw it too”: you need not send it again and can follow it.'
      }
    ]
  },
  {
    title: { vi: 'Theo dõi, xác nhận, mở lại', en: 'Follow, confirm, reopen' },
    points: [
      {
        vi: 'Mục Của tôi nhớ các phản ánh gửi từ máy này. Ở máy khác, nhập mã theo dõi 12 ký tự.',
        en: 'Mine remembers what this device sent. Elsewhere, type the tracking code of 12 letters.'
      },
      {
        vi: 'Khi có kết quả, hãy cho biết đã xong hay chưa. Chưa xong thì mở lại được một lần, trong 30 ngày.',
        en: 'When there is a result, say whether it is done. If not, it can be reopened once, within 30 days.'
      },
      {
        vi: 'Cán bộ hỏi thêm thì câu hỏi hiện ở đó; thời gian chờ bạn trả lời không tính vào hạn.',
        en: 'When staff ask you something it stands there; the clock rests until you answer.'
      }
    ]
  }
]

export const messages = {
  title: { vi: 'Hướng dẫn gửi phản ánh', en: 'How to report' },
  emergency: {
    vi: 'Việc nguy hiểm đến tính mạng: gọi ngay 113 (công an), 114 (cứu hỏa), 115 (cấp cứu), đừng chờ ở đây.',
    en: 'Is somebody in danger? Call 113 (police), 114 (fire) or 115 (ambulance) at once; do not wait here.'
  },
  kept: { vi: 'Dữ liệu cá nhân: giữ gì, vì sao, bao lâu', en: 'Personal data: what is kept, why, how long' },
  start: { vi: 'Gửi phản ánh', en: 'Send a report' }
} as const satisfies Record<string, Message>

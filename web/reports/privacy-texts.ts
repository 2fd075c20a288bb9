import type { Message } from '../i18n/i18n.svelte.ts'

/** What stands on the page about personal data: what is kept, why, and how long. */
export const PRIVACY: readonly { title: Message; points: readonly Message[] }[] = [
  {
    title: { vi: 'Không cần cho biết bạn là ai', en: 'You need not say who you are' },
    points: [
      {
        vi: 'Gửi phản ánh không cần tài khoản, không cần tên hay số điện thoại. Bạn theo dõi bằng mã do máy của bạn tự tạo; máy chủ chỉ giữ dấu băm của mã, không giữ mã.',
        en: 'A report needs no account, no name and no phone number. You follow it by a code that your device makes; the server keeps a hash of the code only.'
      },
      {
        vi: 'Trang không dùng công cụ theo dõi, quảng cáo hay bản đồ của bên thứ ba.',
        en: 'The page uses no trackers, advertising or maps of third parties.'
      }
    ]
  },
  {
    title: { vi: 'Tên, số điện thoại (nếu bạn để lại)', en: 'Name and phone (if you leave them)' },
    points: [
      {
        vi: 'Để làm gì: để đơn vị xử lý hỏi lại khi chưa rõ việc hoặc vị trí.',
        en: 'Why: so that the unit in charge can ask when something is not clear.'
      },
      {
        vi: 'Ai xem được: chỉ đơn vị đang xử lý phản ánh đó. Không công khai, không có trong bản đồ, danh sách hay dữ liệu tải về.',
        en: 'Who sees it: only the unit in charge of that report. It is in no public page, map, list or download.'
      },
      {
        vi: 'Giữ bao lâu: tự xóa sau 12 tháng kể từ khi phản ánh khép lại; xóa sớm hơn nếu bạn yêu cầu.',
        en: 'How long: deleted 12 months after the report is closed, or earlier when you ask.'
      },
      {
        vi: 'Bản sao lưu được giữ riêng; thông tin đã xóa còn trong đó cho đến khi bản sao lưu ấy hết hạn, thường là 8 tuần.',
        en: 'Backups are kept apart; what was deleted stays in them until they expire, usually after 8 weeks.'
      }
    ]
  },
  {
    title: { vi: 'Nội dung, vị trí, ảnh', en: 'Text, place and photos' },
    points: [
      {
        vi: 'Để làm gì: để xử lý việc được phản ánh và trả lời công khai kết quả.',
        en: 'Why: to deal with what is reported and to answer for it in public.'
      },
      {
        vi: 'Chỉ công khai sau khi cán bộ duyệt. Mặt người, biển số xe trong ảnh được che; thông tin ẩn trong ảnh (EXIF) bị bỏ ngay trên máy của bạn và không bao giờ công khai.',
        en: 'Public only after an officer approved it. Faces and plates are covered; what is hidden in a photo (EXIF) is taken out on your device and never published.'
      },
      {
        vi: 'Với loại phản ánh nhạy cảm, vị trí công khai chỉ là một ô vuông 200 m, không phải điểm chính xác.',
        en: 'For sensitive categories the public place is a square of 200 m, not the point.'
      },
      {
        vi: 'Ảnh gốc và đoạn ghi âm chỉ cán bộ xử lý xem, nghe được; ghi âm không bao giờ công khai.',
        en: 'Original photos and voice notes are for the officers in charge; a voice note is never public.'
      }
    ]
  },
  {
    title: { vi: 'Trên máy của bạn', en: 'On your device' },
    points: [
      {
        vi: 'Bản nháp, phản ánh chờ gửi và mã theo dõi nằm trong bộ nhớ của trình duyệt này. Tên, số điện thoại được xóa khỏi bộ nhớ đó khi có số biên nhận, ảnh khi máy chủ đã nhận đủ, chỉ còn ảnh nhỏ.',
        en: 'Drafts, reports that wait and tracking codes are kept by this browser. Name and number leave it with the receipt, photos once the server has them; a small picture stays.'
      },
      {
        vi: 'Ai cầm máy này mở được mục Của tôi. Dùng máy chung thì hãy ghi lại mã theo dõi rồi xóa dữ liệu trang.',
        en: 'Whoever holds this device can open Mine. On a shared one, write the code down and clear the page’s data.'
      }
    ]
  },
  {
    title: { vi: 'Quyền của bạn', en: 'Your rights' },
    points: [
      {
        vi: 'Bằng mã theo dõi, bạn tải về được những gì đang giữ về phản ánh của mình, hoặc yêu cầu xóa thông tin liên hệ.',
        en: 'With the tracking code you can download what is kept about your report, or have your contact deleted.'
      },
      {
        vi: 'Địa chỉ mạng của bạn chỉ được dùng dưới dạng dấu băm có khóa để chặn gửi dồn dập, không gắn với phản ánh.',
        en: 'Your network address is used as a keyed hash only, to stop floods, and is not tied to a report.'
      }
    ]
  }
]

export const messages = {
  title: { vi: 'Dữ liệu cá nhân', en: 'Personal data' },
  lead: {
    vi: 'Trang này nói rõ giữ gì, vì sao, bao lâu khi bạn gửi phản ánh.',
    en: 'What is kept when you send a report, why, and how long.'
  }
} as const satisfies Record<string, Message>

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
      },
      {
        vi: 'Giữ bao lâu: dấu băm của mã được giữ cùng phản ánh để bạn còn theo dõi được; khi bạn yêu cầu xóa, mã không mở được gì nữa.',
        en: 'How long: the hash of the code is kept with the report, so that you can follow it; once you have it deleted, the code opens nothing.'
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
      }
    ]
  },
  {
    title: { vi: 'Nội dung, vị trí', en: 'Text and place' },
    points: [
      {
        vi: 'Để làm gì: để xử lý việc được phản ánh và trả lời công khai kết quả. Chỉ công khai sau khi cán bộ duyệt.',
        en: 'Why: to deal with what is reported and to answer for it in public. Public only after an officer approved it.'
      },
      {
        vi: 'Với loại phản ánh nhạy cảm, vị trí công khai chỉ là một ô vuông 200 m, không phải điểm chính xác.',
        en: 'For sensitive categories the public place is a square of 200 m, not the point.'
      },
      {
        vi: 'Giữ bao lâu: nội dung và nơi xảy ra việc được giữ lâu dài làm hồ sơ của xã, không tự xóa. Khi bạn yêu cầu xóa, lời của bạn, vị trí do máy đo và giờ chụp bị xóa; nơi xảy ra việc và lời đã công khai thì ở lại, không còn gắn với ai.',
        en: 'How long: the text and the place of what is reported stay in the commune’s records and are not deleted by themselves. When you ask for deletion, your words, the place that your device measured and the time of the photo go; the place itself and words that are public stay, tied to nobody.'
      }
    ]
  },
  {
    title: { vi: 'Ảnh', en: 'Photos' },
    points: [
      {
        vi: 'Mặt người, biển số xe trong ảnh được che trước khi công khai; thông tin ẩn trong ảnh (EXIF) bị bỏ ngay trên máy của bạn và không bao giờ công khai. Ảnh gốc chỉ cán bộ xử lý xem được.',
        en: 'Faces and plates are covered before a photo is public; what is hidden in it (EXIF) is taken out on your device and never published. The originals are for the officers in charge.'
      },
      {
        vi: 'Giữ bao lâu: ảnh gốc và ảnh đã che được giữ cùng phản ánh, không tự xóa, kể cả khi bạn yêu cầu xóa dữ liệu của mình, vì ảnh cho biết tình trạng của nơi đó. Ảnh có hình bạn mà bạn muốn bỏ: hãy yêu cầu xã ngừng công khai. Ảnh gửi dở được xóa sau 7 ngày.',
        en: 'How long: originals and covered photos are kept with the report and not deleted by themselves, nor when you have your data deleted, as they show the state of the place. If you are in one and object, ask the commune to take it out of public view. A photo that never arrived whole is deleted after 7 days.'
      }
    ]
  },
  {
    title: { vi: 'Đoạn ghi âm', en: 'Voice note' },
    points: [
      {
        vi: 'Chỉ cán bộ xử lý nghe được; không bao giờ công khai. Thông tin ẩn trong tệp bị bỏ khi máy chủ nhận.',
        en: 'For the officers in charge only; never public. What is hidden in the file is taken out when the server takes it.'
      },
      {
        vi: 'Giữ bao lâu: cùng phản ánh; xóa hẳn ngay khi bạn yêu cầu.',
        en: 'How long: with the report; deleted for good as soon as you ask.'
      }
    ]
  },
  {
    title: { vi: 'Địa chỉ mạng của bạn', en: 'Your network address' },
    points: [
      {
        vi: 'Chỉ được dùng dưới dạng dấu băm có khóa để chặn gửi dồn dập, không gắn với phản ánh, không có trong nhật ký của chương trình.',
        en: 'Used as a keyed hash only, to stop floods; it is not tied to a report and does not stand in the program’s log.'
      },
      {
        vi: 'Giữ bao lâu: dấu băm ấy được xóa sau 1 ngày.',
        en: 'How long: that hash is deleted after 1 day.'
      }
    ]
  },
  {
    title: { vi: 'Lời kể về di tích', en: 'Memories of relics' },
    points: [
      {
        vi: 'Nếu bạn kể với cán bộ văn hóa về một di tích và đồng ý cho công bố: lời kể, tên đúng như bạn muốn được nêu, giấy phép và ngày đồng ý được giữ; không giữ số điện thoại hay địa chỉ. Lời kể đã duyệt, tên đã chọn và giấy phép hiện trên trang di tích.',
        en: 'If you tell the culture officer what you remember of a relic and agree to its publication: your words, the name that you want to be given, the licence and the day of consent are kept; no phone number or address is. Once approved, words, chosen name and licence are on the relic’s page.'
      },
      {
        vi: 'Giữ bao lâu: cho đến khi bạn yêu cầu Ủy ban nhân dân xã gỡ hoặc xóa. Xóa hẳn thì lời kể, tên và mọi bản trước đều mất; nhật ký chỉ còn ghi rằng đã xóa.',
        en: 'How long: until you ask the People’s Committee of the commune to take it down or delete it. When it is deleted, the words, the name and all earlier versions go; the log only says that it was deleted.'
      }
    ]
  },
  {
    title: { vi: 'Trên máy của bạn', en: 'On your device' },
    points: [
      {
        vi: 'Bản nháp, phản ánh chờ gửi và mã theo dõi nằm trong bộ nhớ của trình duyệt này. Ai cầm máy này mở được mục Của tôi. Dùng máy chung thì hãy ghi lại mã theo dõi rồi xóa dữ liệu trang.',
        en: 'Drafts, reports that wait and tracking codes are kept by this browser. Whoever holds this device can open Mine. On a shared one, write the code down and clear the page’s data.'
      },
      {
        vi: 'Giữ bao lâu: tên, số điện thoại được xóa khỏi máy khi có số biên nhận, ảnh lớn khi máy chủ đã nhận đủ, chỉ còn ảnh nhỏ; phần còn lại ở trên máy cho đến khi bạn xóa trong mục Của tôi hoặc xóa dữ liệu trang.',
        en: 'How long: name and phone leave the device with the receipt, full photos once the server has them; a small picture stays; the rest stays until you remove it in Mine or clear the page’s data.'
      }
    ]
  },
  {
    title: { vi: 'Cán bộ và nhật ký', en: 'Staff and the log' },
    points: [
      {
        vi: 'Mỗi việc cán bộ làm với phản ánh được ghi vào nhật ký kèm tài khoản, để biết ai đã làm gì. Việc bạn làm bằng mã cũng được ghi, nhưng không kèm tên, lời, vị trí hay địa chỉ mạng.',
        en: 'What staff do with a report is written into a log with their account, so that it is known who did what. What you do by your code is written there too, without name, words, place or network address.'
      },
      {
        vi: 'Giữ bao lâu: tên cán bộ và nhật ký được giữ lâu dài; nhật ký chỉ ghi thêm, không sửa, không xóa. Phiên làm việc của cán bộ hết hạn sau 30 ngày và được xóa sau đó 90 ngày; máy đã từng đăng nhập được quên sau 400 ngày không dùng.',
        en: 'How long: names of staff and the log are kept for good; the log only grows, nothing in it is changed or deleted. Sessions of staff end after 30 days and are deleted 90 days later; a device on which somebody signed in is forgotten after 400 days without use.'
      }
    ]
  },
  {
    title: { vi: 'Bản sao lưu', en: 'Backups' },
    points: [
      {
        vi: 'Được giữ riêng, chỉ dùng khi dữ liệu bị mất. Nếu phải khôi phục một bản cũ, những gì bạn đã yêu cầu xóa sau đó được xóa lại trước khi trang hoạt động.',
        en: 'Kept apart, for when data is lost. If an older one has to be restored, whatever you had deleted since is deleted again before the site works.'
      },
      {
        vi: 'Giữ bao lâu: thông tin đã xóa còn trong bản sao lưu cho đến khi bản ấy hết hạn, thường là 8 tuần.',
        en: 'How long: what was deleted stays in backups until they expire, usually after 8 weeks.'
      }
    ]
  },
  {
    title: { vi: 'Quyền của bạn', en: 'Your rights' },
    points: [
      {
        vi: 'Bằng mã theo dõi, bạn tải về được những gì đang giữ về phản ánh của mình, hoặc xóa thông tin liên hệ, lời và đoạn ghi âm của mình.',
        en: 'With the tracking code you can download what is kept about your report, or delete your contact, your words and your voice note.'
      },
      {
        vi: 'Mất mã hoặc gửi qua hệ thống khác: hãy yêu cầu Ủy ban nhân dân xã và cho biết số phản ánh; đơn vị đang xử lý hoặc quản trị viên xóa thay bạn.',
        en: 'Without the code, or if you sent it through another system: ask the People’s Committee of the commune and name the report’s number; the unit in charge or the administrator deletes it for you.'
      },
      {
        vi: 'Giữ bao lâu: số phản ánh đã xóa theo yêu cầu (không kèm dữ liệu cá nhân nào) được giữ lâu dài, để bản sao lưu cũ không đưa dữ liệu ấy trở lại.',
        en: 'How long: which reports were affected by a deletion (no personal data) is kept for good, so that no older backup brings the data back.'
      }
    ]
  }
]

export const messages = {
  title: { vi: 'Dữ liệu cá nhân', en: 'Personal data' },
  lead: {
    vi: 'Trang này nói rõ giữ gì, vì sao, bao lâu khi bạn gửi phản ánh hoặc kể về một di tích.',
    en: 'What is kept when you send a report or tell of a relic, why, and how long.'
  }
} as const satisfies Record<string, Message>

import type { Role } from '../../../server/accounts/contract.ts'
import type { Message } from '../../i18n/i18n.svelte.ts'

export interface HelpSection {
  title: Message
  points: readonly Message[]
  /** Whose work it tells of; absent: everybody's. */
  role?: Role
}

export const helpMessages = {
  title: { vi: 'Hướng dẫn cho cán bộ', en: 'Help for staff' },
  lead: {
    vi: 'Mỗi người làm gì, theo thứ tự công việc trong ngày. Phần việc của ông/bà đứng đầu.',
    en: 'What each person does, in the order of a day’s work. Your own part comes first.'
  },
  keysTitle: { vi: 'Phím tắt trong hộp phản ánh', en: 'Keys of the inbox' },
  keysMap: {
    vi: 'Trên bản đồ: phím mũi tên để dời, dấu cộng và dấu trừ để phóng to, thu nhỏ; Tab đến từng vòng tròn có số, Enter để phóng to vào đó. Danh sách có đủ mọi phản ánh trên bản đồ.',
    en: 'On the map: arrows move it, plus and minus zoom; Tab goes from circle to circle, Enter zooms into one. The list has every report that the map has.'
  }
} as const

/** How each person works, in the words of an office. */
export const HELP: readonly HelpSection[] = [
  {
    role: 'field',
    title: { vi: 'Người đi hiện trường', en: 'Whoever goes to the place' },
    points: [
      {
        vi: 'Trước khi đi, mở “Lộ trình”, bấm “Lấy các việc của tôi”. Danh sách được giữ trên máy, xếp theo đường đi ngắn.',
        en: 'Before leaving, open “Route” and take along what is yours. The list stays on the device, ordered as a short walk.'
      },
      {
        vi: 'Đến từng điểm: bắt đầu xử lý, hỏi lại người gửi, hoặc “Ghi kết quả” kèm ảnh chụp trong vòng 30 m; không chụp được thì ghi lý do. Ghi được cả khi không có mạng.',
        en: 'At each point: start, ask the reporter, or record the result with a picture taken within 30 m, else the reason why there is none. It works without a network.'
      },
      {
        vi: 'Có mạng trở lại và trang đang mở, máy tự gửi theo đúng thứ tự đã ghi. Chỉ khi thấy “Máy chủ đã nhận” mới là đã gửi xong; cho đến lúc ấy đừng xóa dữ liệu trình duyệt. Giờ ghi trên máy được giữ kèm; đúng hạn hay không tính theo lúc máy chủ nhận.',
        en: 'Once there is a network and the page is open, what was recorded is sent in its order. It has arrived when “The server has it” stands there; until then do not clear the browser’s data. When it was written down is kept beside; in time or not goes by when the server had it.'
      },
      {
        vi: 'Nếu người khác đã sửa phản ánh trong lúc ông/bà đi, máy chưa gửi mà hỏi giữ của ai.',
        en: 'Where somebody changed the report meanwhile, nothing is sent: you are asked whose is to stand.'
      }
    ]
  },
  {
    role: 'officer',
    title: { vi: 'Cán bộ của đơn vị xử lý', en: 'The unit’s officer' },
    points: [
      {
        vi: 'Mỗi sáng mở “Hộp phản ánh”, lọc “Quá hạn”, rồi tiếp nhận việc mới và phân công người phụ trách; chọn nhiều dòng để làm một lần.',
        en: 'Each morning open the inbox, filter what is overdue, then receive what is new and assign it; select several rows to do it at once.'
      },
      {
        vi: 'Xem lại loại việc và vị trí. Sai thì “Sửa thông tin”: dời bản đồ, tìm theo tên hoặc nhập tọa độ; lời và vị trí ban đầu của người gửi vẫn được giữ.',
        en: 'Check category and place. Where one is wrong, edit: move the map, find a name or type coordinates; the reporter’s own words and place are kept.'
      },
      {
        vi: 'Chưa rõ thì “Hỏi lại người gửi”: đồng hồ tạm dừng đến khi có trả lời. Việc ngoài thẩm quyền thì “Chuyển cơ quan khác”, ghi rõ nơi nhận.',
        en: 'Where something is not clear, ask the reporter: the clock rests until there is an answer. What belongs to another body is handed over, with its name.'
      },
      {
        vi: 'Việc của đơn vị mình thì ông/bà “Duyệt công khai” và “Duyệt kết quả”: đọc lời sẽ đăng, bỏ tên và số điện thoại, che mặt người và biển số, chỉ đánh dấu ảnh đã xem. Chưa duyệt thì không ai ngoài cán bộ thấy.',
        en: 'What your unit handles you approve for the public, and its result: read the words that will be shown, leave out names and phone numbers, cover faces and plates, and tick only pictures you have looked at. Until then nobody outside the staff sees it.'
      },
      {
        vi: 'Làm xong thì “Báo đã giải quyết”. Không làm được thì kết thúc và nói thật lý do; việc ấy không tính là đã giải quyết.',
        en: 'When it is done, resolve it. What cannot be done is closed with the honest reason, and is not counted as solved.'
      },
      {
        vi: 'Người dân đến quầy hoặc gọi điện: dùng “Nhập hộ”, rồi đọc mã theo dõi cho họ.',
        en: 'For people at the desk or on the phone use “Take in”, then read them the tracking code.'
      }
    ]
  },
  {
    role: 'leader',
    title: { vi: 'Lãnh đạo xã', en: 'The leader' },
    points: [
      {
        vi: 'Hộp phản ánh có việc của mọi đơn vị; lọc theo đơn vị, quá hạn, chưa duyệt. Phân công lại việc không đúng nơi.',
        en: 'The inbox has the work of all units; filter by unit, overdue, not approved. Assign anew what went to the wrong unit.'
      },
      {
        vi: 'Đơn vị tự duyệt việc của mình; lãnh đạo duyệt được việc của mọi đơn vị. Trước khi “Duyệt công khai”: đọc lời sẽ đăng, che mặt người và biển số trên từng ảnh. Chỉ ảnh được đánh dấu mới công khai; ảnh về sau phải duyệt lại.',
        en: 'Units approve what they handle themselves; you may approve the work of every unit. Before approving for the public, read what will be shown and cover faces and plates. Only pictures that are ticked become public; one that comes later is approved by itself.'
      },
      {
        vi: 'Kết quả có duyệt riêng: “Duyệt kết quả” đăng lời trả lời và ảnh sau xử lý. Nhầm thì “Rút khỏi công khai”.',
        en: 'The result is approved by itself, with its pictures. What was approved by mistake can be taken back.'
      },
      {
        vi: 'Nơi nhạy cảm được đánh dấu: công chúng chỉ thấy vùng khoảng 200 m, không thấy điểm chính xác.',
        en: 'Of a sensitive place the public sees an area of about 200 m only, never the exact point.'
      }
    ]
  },
  {
    role: 'administrator',
    title: { vi: 'Quản trị', en: 'The administrator' },
    points: [
      {
        vi: 'Lập “Đơn vị” trước, rồi “Tài khoản” theo vai trò và đơn vị. Mỗi người một tài khoản; đường dẫn đặt mật khẩu dùng được một lần, giao tận tay.',
        en: 'Set up units first, then accounts by role and unit. One account for each person; the link that sets the password works once and is handed over in person.'
      },
      {
        vi: 'Người nghỉ việc hoặc mất máy: khóa tài khoản, mọi phiên đăng nhập kết thúc ngay.',
        en: 'When somebody leaves or loses a device, lock the account: all its sessions end at once.'
      },
      {
        vi: 'Người gửi yêu cầu xóa dữ liệu mà mất mã theo dõi: hỏi cho chắc đó là người gửi, rồi xóa theo số phản ánh trong “Cài đặt”, mục “Dữ liệu cá nhân”. Đơn vị đang xử lý cũng xóa được, ngay trong phản ánh.',
        en: 'A reporter wants his data deleted and has lost the code: make sure that it is he, then delete it by the report’s number in “Settings”, “Personal data”. The unit in charge can do it as well, in the report.'
      },
      {
        vi: '“Nhật ký” ghi ai làm gì, lúc nào; không ai sửa được. Lệnh `npm run audit -- verify` kiểm tra toàn bộ.',
        en: 'The audit log says who did what and when; nobody can change it. `npm run audit -- verify` checks all of it.'
      }
    ]
  },
  {
    title: { vi: 'Điều ai cũng cần biết', en: 'What everybody should know' },
    points: [
      {
        vi: 'Thời hạn tính theo giờ làm việc, trừ ngày nghỉ và lễ. Quá hạn thì đơn vị, lãnh đạo và trang công khai đều thấy.',
        en: 'Deadlines count working hours, without weekends and holidays. What is overdue is seen by the unit, the leader and the public.'
      },
      {
        vi: 'Hai người cùng sửa một phản ánh: không ai bị ghi đè; máy hỏi giữ của ai cho từng mục.',
        en: 'Where two people change one report, nothing is overwritten: you choose for each field.'
      },
      {
        vi: 'Số điện thoại của người báo chỉ đơn vị đang xử lý xem được. Không chép ra ngoài.',
        en: 'A reporter’s phone number is for the unit in charge only. Do not copy it elsewhere.'
      },
      {
        vi: 'Dùng chung máy thì đăng xuất khi xong. Việc chưa gửi vẫn chờ trên máy cho đúng người đã ghi.',
        en: 'On a shared device sign out when you are done. What was not sent waits there for whoever recorded it.'
      }
    ]
  }
]

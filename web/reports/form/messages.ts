import type { CategoryTheme } from '../../../server/reports/contract.ts'
import type { Message } from '../../i18n/i18n.svelte.ts'
import type { DraftProblem, Step } from './report-draft.svelte.ts'
import type { VoiceProblem } from './voice-recorder.svelte.ts'

/** Every word of the report form. */
export const messages = {
  title: { vi: 'Gửi phản ánh', en: 'Send a report' },
  steps: { vi: 'Các bước', en: 'Steps' },
  stepOf: { vi: 'Bước {step}/{steps}', en: 'Step {step} of {steps}' },
  back: { vi: 'Quay lại', en: 'Back' },
  loading: { vi: 'Đang mở biểu mẫu…', en: 'Opening the form…' },
  resumed: {
    vi: 'Phản ánh đang viết dở đã được giữ lại trên máy.',
    en: 'The report that you were writing was kept on this device.'
  },
  discard: { vi: 'Bỏ, viết mới', en: 'Discard it' },
  discardSure: {
    vi: 'Bỏ phản ánh này cùng {n} ảnh? Không lấy lại được.',
    en: 'Discard this report with its {n} {n|photo|photos}? They cannot be brought back.'
  },
  discardBare: {
    vi: 'Bỏ phản ánh này? Không lấy lại được.',
    en: 'Discard this report? It cannot be brought back.'
  },
  discardYes: { vi: 'Bỏ hẳn', en: 'Discard' },
  discardNo: { vi: 'Giữ lại', en: 'Keep' },

  whatTitle: { vi: 'Bạn thấy việc gì?', en: 'What did you see?' },
  whatHint: {
    vi: 'Không cần tài khoản. Không có mạng vẫn viết được: máy giữ lại, và gửi khi bạn mở trang này ở nơi có mạng.',
    en: 'No account needed. Without a network it waits on this device, and is sent when you open this page where there is one.'
  },
  help: { vi: 'Cách gửi và theo dõi', en: 'How it works' },
  noCategories: {
    vi: 'Chưa tải được danh sách loại phản ánh. Hãy mở trang này một lần khi có mạng; sau đó dùng được cả khi mất mạng.',
    en: 'The categories have not been loaded. Open this page once with a network; after that it works without.'
  },
  urgent: { vi: 'Xem xét gấp', en: 'Urgent' },
  placeNotPublic: { vi: 'Không công khai vị trí chính xác', en: 'Exact place is not made public' },
  emergency: {
    vi: 'Đang nguy hiểm đến tính mạng? Gọi ngay 113 (công an), 114 (cứu hỏa), 115 (cấp cứu).',
    en: 'Is somebody in danger right now? Call 113 (police), 114 (fire), 115 (ambulance).'
  },

  photoTitle: { vi: 'Chụp ảnh hiện trường', en: 'Take a photo' },
  photoHint: {
    vi: 'Chụp rõ việc cần xử lý; tránh mặt người và biển số xe. Tối đa {n} ảnh, máy tự thu nhỏ.',
    en: 'Show clearly what should be dealt with; keep faces and number plates out. Up to {n} photos; they are made small here.'
  },
  takePhoto: { vi: 'Chụp ảnh', en: 'Take a photo' },
  pickPhotos: { vi: 'Chọn ảnh có sẵn', en: 'Choose photos' },
  pickShort: { vi: 'Chọn ảnh', en: 'Choose' },
  takeShort: { vi: 'Chụp thêm', en: 'Take another' },
  noPhoto: { vi: 'Gửi không kèm ảnh', en: 'Send without a photo' },
  goOn: { vi: 'Tiếp tục', en: 'Go on' },
  preparing: { vi: 'Đang thu nhỏ ảnh… còn {n}', en: 'Making photos small… {n} to go' },
  photo: { vi: 'Ảnh {n}', en: 'Photo {n}' },
  removePhoto: { vi: 'Bỏ ảnh {n}', en: 'Remove photo {n}' },
  addPhoto: { vi: 'Thêm ảnh', en: 'Add a photo' },

  checkTitle: { vi: 'Xem lại và gửi', en: 'Check and send' },
  change: { vi: 'Sửa', en: 'Change' },
  category: { vi: 'Việc gì', en: 'What' },
  placeTerm: { vi: 'Ở đâu', en: 'Where' },
  coordinates: { vi: 'Vĩ độ {lat}, kinh độ {lng}', en: 'Latitude {lat}, longitude {lng}' },
  changeCategory: { vi: 'Sửa loại phản ánh', en: 'Change the category' },
  changePlace: { vi: 'Sửa vị trí', en: 'Change the place' },
  accuracy: { vi: 'sai số khoảng {m}', en: 'accurate to about {m}' },
  byHand: { vi: 'chọn trên bản đồ', en: 'chosen on the map' },
  fromPhoto: { vi: 'theo vị trí trong ảnh', en: 'from the photo' },
  description: { vi: 'Mô tả thêm (không bắt buộc)', en: 'More about it (optional)' },
  descriptionHint: {
    vi: 'Ví dụ: rác đổ từ tối qua, chắn nửa đường',
    en: 'Such as: dumped last night, blocks half the road'
  },
  voice: { vi: 'Ghi âm', en: 'Voice note' },
  voiceRecord: { vi: 'Nói thay vì viết', en: 'Speak instead' },
  voiceStop: { vi: 'Dừng ({s} giây)', en: 'Stop ({s} s)' },
  voiceRemove: { vi: 'Bỏ đoạn ghi âm', en: 'Remove the voice note' },
  voiceNote: {
    vi: 'Tối đa 60 giây. Chỉ cán bộ xử lý nghe, không công khai.',
    en: 'Up to 60 seconds. Only the officers in charge hear it; it is never public.'
  },
  contact: { vi: 'Để lại tên, số điện thoại (không bắt buộc)', en: 'Name and phone (optional)' },
  contactName: { vi: 'Họ tên', en: 'Name' },
  contactPhone: { vi: 'Số điện thoại', en: 'Phone' },
  contactKept: {
    vi: 'Chỉ đơn vị xử lý xem được, không công khai, tự xóa sau 12 tháng kể từ khi khép lại.',
    en: 'Only the unit in charge sees it. Never public; deleted 12 months after the report is closed.'
  },
  contactMore: { vi: 'Dữ liệu nào được giữ?', en: 'What is kept?' },
  send: { vi: 'Gửi phản ánh', en: 'Send the report' },
  sendLater: { vi: 'Lưu, gửi khi có mạng', en: 'Keep, send when online' },
  noPhotoYet: { vi: 'Chưa có ảnh', en: 'No photo yet' },

  nearbyTitle: { vi: 'Có thể đã có người phản ánh', en: 'Somebody may have reported it' },
  nearbyHint: {
    vi: 'Nếu đúng là việc này, bấm “Tôi cũng thấy”: bạn được theo dõi kết quả mà không cần gửi thêm.',
    en: 'If it is the same, press “I saw it too”: you follow the result and need not send another.'
  },
  nearbyFacts: { vi: 'Cách {m} · nhận ngày {date}', en: '{m} away · received {date}' },
  nearbyWitnesses: { vi: '{n} người cũng thấy', en: '{n} {n|other|others} saw it' },
  sawToo: { vi: 'Tôi cũng thấy', en: 'I saw it too' },
  nearbyOwn: {
    vi: 'Bạn đã gửi hoặc đang theo dõi: xem trong Của tôi',
    en: 'You sent or follow it: see Mine'
  },
  sawTooFailed: {
    vi: 'Chưa ghi nhận được. Hãy thử lại khi có mạng, hoặc gửi phản ánh của bạn.',
    en: 'It could not be noted. Try again with a network, or send your own report.'
  },
  photoOf: { vi: 'Ảnh của phản ánh {number}', en: 'Photo of report {number}' },

  insecureTitle: { vi: 'Cần mở bằng địa chỉ https', en: 'Open it by https' },
  insecure: {
    vi: 'Trình duyệt chỉ cho chụp ảnh kèm vị trí và lưu trên máy khi trang mở bằng https://. Hãy hỏi xã địa chỉ https của trang này.',
    en: 'Browsers allow location and keeping photos on the device for https:// pages only. Ask the commune for that address.'
  },
  cannotKeepTitle: { vi: 'Trình duyệt không cho lưu trên máy', en: 'The browser does not keep anything' },
  cannotKeep: {
    vi: 'Không mở được bộ nhớ của trình duyệt (có thể do duyệt riêng tư hoặc máy đầy). Hãy mở bằng cửa sổ thường rồi tải lại trang.',
    en: 'The browser’s storage does not open (a private window or a full device). Open an ordinary window, then reload.'
  }
} as const satisfies Record<string, Message>

export const stepNames: Record<Step, Message> = {
  category: { vi: 'Việc gì', en: 'What' },
  photo: { vi: 'Ảnh', en: 'Photo' },
  place: { vi: 'Ở đâu', en: 'Where' },
  check: { vi: 'Gửi', en: 'Send' }
}

export const themeNames: Record<CategoryTheme, Message> = {
  waste: { vi: 'Rác thải, môi trường', en: 'Waste and environment' },
  traffic: { vi: 'Đường sá, giao thông', en: 'Roads and traffic' },
  other: { vi: 'Việc khác', en: 'Other' }
}

export const draftProblems: Record<DraftProblem, Message> = {
  full: {
    vi: 'Bộ nhớ máy đã đầy nên chưa lưu thêm được. Những gì đã lưu vẫn còn nguyên. Hãy xóa bớt ảnh, ứng dụng không dùng, hoặc gửi các phản ánh đang chờ, rồi thử lại.',
    en: 'This device is full, so this could not be kept. What was kept before is still there. Free some space, or send the reports that wait, then try again.'
  },
  no_picture: {
    vi: 'Tệp này không phải ảnh mà máy đọc được. Hãy chụp lại hoặc chọn ảnh khác (JPEG, PNG, WebP).',
    en: 'This file is no picture that this device can read. Take it again or choose another (JPEG, PNG, WebP).'
  },
  too_many: {
    vi: 'Mỗi phản ánh có tối đa 5 ảnh; các ảnh thừa chưa được thêm.',
    en: 'A report has at most 5 photos; the others were not added.'
  },
  unexpected: {
    vi: 'Chưa lưu được thay đổi này. Hãy thử lại; nếu vẫn lỗi, tải lại trang, phản ánh đã lưu không mất.',
    en: 'This change could not be kept. Try again; if it goes on, reload the page: what was kept is not lost.'
  }
}

export const voiceProblems: Record<VoiceProblem, Message> = {
  denied: {
    vi: 'Trang chưa được phép dùng micrô. Hãy cho phép trong cài đặt của trình duyệt.',
    en: 'The page may not use the microphone. Allow it in the browser settings.'
  },
  unavailable: { vi: 'Không mở được micrô của máy.', en: 'The microphone cannot be opened.' }
}

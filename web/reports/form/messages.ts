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
  discardYes: { vi: 'Bỏ hẳn', en: 'Discard' },
  discardNo: { vi: 'Giữ lại', en: 'Keep' },

  whatTitle: { vi: 'Bạn thấy việc gì?', en: 'What did you see?' },
  whatHint: {
    vi: 'Không cần tài khoản. Không có mạng vẫn gửi được: máy giữ lại và tự gửi khi có mạng.',
    en: 'No account needed. Without a network it waits on this device and is sent by itself.'
  },
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
  preparing: { vi: 'Đang thu nhỏ ảnh… còn {n}', en: 'Making photos small… {n} to go' },
  photo: { vi: 'Ảnh {n}', en: 'Photo {n}' },
  removePhoto: { vi: 'Bỏ ảnh {n}', en: 'Remove photo {n}' },
  addPhoto: { vi: 'Thêm ảnh', en: 'Add a photo' },

  placeTitle: { vi: 'Ở đâu?', en: 'Where is it?' },
  placeConfirm: { vi: 'Đúng chỗ này', en: 'It is here' },
  placeMap: { vi: 'Bản đồ chọn vị trí', en: 'Map to choose the place' },
  placeMapLoading: { vi: 'Đang mở bản đồ…', en: 'Opening the map…' },
  placeSearching: {
    vi: 'Đang tìm vị trí của bạn… Hoặc kéo bản đồ để ghim vào đúng chỗ.',
    en: 'Finding your location… Or move the map until the pin is right.'
  },
  placeMove: { vi: 'Kéo bản đồ để ghim vào đúng chỗ.', en: 'Move the map until the pin is right.' },
  placeGood: { vi: 'Vị trí của bạn, sai số khoảng {m}.', en: 'Your location, good to about {m}.' },
  placePhoto: {
    vi: 'Vị trí ghi trong ảnh. Nếu chưa đúng, hãy kéo bản đồ.',
    en: 'The place that the photo tells. Move the map if it is wrong.'
  },
  placeMoved: { vi: 'Vị trí bạn đã chọn trên bản đồ.', en: 'The place that you chose on the map.' },
  placeWarn: {
    vi: 'Sai số khoảng {m}. Hãy xem ghim đã đúng chỗ chưa, chưa đúng thì kéo bản đồ.',
    en: 'Good to about {m} only. Check the pin, and move the map if it is wrong.'
  },
  placeAskTitle: { vi: 'Vị trí chưa chắc chắn', en: 'The place is uncertain' },
  placeAsk: {
    vi: 'Máy chỉ biết vị trí với sai số khoảng {m}. Ghim trên bản đồ đã đúng chỗ chưa?',
    en: 'This device knows the place to about {m} only. Is the pin on the map right?'
  },
  placeAskYes: { vi: 'Đúng, gửi vị trí này', en: 'Yes, use it' },
  placeAskNo: { vi: 'Để tôi chỉnh lại', en: 'Let me move it' },
  useMyPlace: { vi: 'Về vị trí của tôi', en: 'Go to my location' },
  outside: {
    vi: 'Chỗ này nằm ngoài các xã mà hệ thống phục vụ, có thể không gửi được.',
    en: 'This place lies outside the communes served here; it may be refused.'
  },
  noMap: {
    vi: 'Trình duyệt này không vẽ được bản đồ; vị trí lấy theo định vị của máy.',
    en: 'This browser cannot draw the map; the place is that of this device.'
  },
  mapFailed: {
    vi: 'Chưa tải được bản đồ; vị trí lấy theo định vị của máy.',
    en: 'The map could not be loaded; the place is that of this device.'
  },
  coordinates: { vi: 'Vĩ độ {lat}, kinh độ {lng}', en: 'Latitude {lat}, longitude {lng}' },

  checkTitle: { vi: 'Xem lại và gửi', en: 'Check and send' },
  change: { vi: 'Sửa', en: 'Change' },
  changeCategory: { vi: 'Sửa loại phản ánh', en: 'Change the category' },
  changePlace: { vi: 'Sửa vị trí', en: 'Change the place' },
  accuracy: { vi: 'sai số khoảng {m}', en: 'good to about {m}' },
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
  sendLater: { vi: 'Lưu, tự gửi khi có mạng', en: 'Keep, send when online' },
  noPhotoYet: { vi: 'Chưa có ảnh', en: 'No photo yet' },

  nearbyTitle: { vi: 'Có thể đã có người phản ánh', en: 'Somebody may have reported it' },
  nearbyHint: {
    vi: 'Nếu đúng là việc này, bấm “Tôi cũng thấy”: bạn được theo dõi kết quả mà không cần gửi thêm.',
    en: 'If it is the same, press “I saw it too”: you follow the result and need not send another.'
  },
  nearbyFacts: { vi: 'Cách {m} · nhận ngày {date}', en: '{m} away · received {date}' },
  nearbyWitnesses: { vi: '{n} người cũng thấy', en: '{n} {n|other|others} saw it' },
  sawToo: { vi: 'Tôi cũng thấy', en: 'I saw it too' },
  sawTooFailed: {
    vi: 'Chưa ghi nhận được. Hãy thử lại khi có mạng, hoặc gửi phản ánh của bạn.',
    en: 'It could not be noted. Try again with a network, or send your own report.'
  },
  photoOf: { vi: 'Ảnh của phản ánh {number}', en: 'Photo of report {number}' },

  keptTitle: { vi: 'Đã lưu trên máy này', en: 'Kept on this device' },
  keptWaiting: {
    vi: 'Chưa gửi được vì chưa có mạng. Máy tự gửi khi có mạng; bạn có thể tắt màn hình.',
    en: 'Not sent yet: there is no network. It is sent by itself once there is.'
  },
  sendingTitle: { vi: 'Đang gửi…', en: 'Sending…' },
  sendingText: { vi: 'Đang gửi nội dung', en: 'Sending the text' },
  receivedTitle: { vi: 'Đã nhận phản ánh', en: 'Report received' },
  receivedPhotos: { vi: 'Còn {n} tệp đang gửi.', en: '{n} {n|file|files} still on the way.' },
  receivedAll: { vi: 'Máy chủ đã nhận đủ nội dung và ảnh.', en: 'The server has the text and every photo.' },
  number: { vi: 'Số biên nhận', en: 'Receipt number' },
  code: { vi: 'Mã theo dõi, chỉ bạn có', en: 'Tracking code, yours only' },
  codeHint: {
    vi: 'Máy này đã nhớ mã. Hãy ghi lại nếu muốn theo dõi ở máy khác.',
    en: 'This device remembers it. Write it down to follow the report elsewhere.'
  },
  dueBy: { vi: 'Được xem xét trước {moment}', en: 'Looked at before {moment}' },
  sentTo: { vi: 'Nơi nhận', en: 'Sent to' },
  refusedTitle: { vi: 'Máy chủ chưa nhận phản ánh này', en: 'The server does not take this report' },
  refusedKept: {
    vi: 'Phản ánh và ảnh vẫn còn nguyên trên máy, trong mục Của tôi.',
    en: 'Report and photos are still on this device, under Mine.'
  },
  another: { vi: 'Gửi phản ánh khác', en: 'Send another' },
  seeMine: { vi: 'Xem phản ánh của tôi', en: 'See my reports' },
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

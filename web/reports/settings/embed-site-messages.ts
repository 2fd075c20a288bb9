import type { Message } from '../../i18n/i18n.svelte.ts'

/** Words of the section that lets websites show the map. */
export const embedSiteMessages = {
  lead: {
    vi: 'Cổng thông tin của xã có thể nhúng bản đồ của Địa bàn vào trang của mình. Chỉ những trang web trong danh sách này nhúng được; trang khác chỉ thấy khung trống.',
    en: 'The commune’s portal can show this map within its own pages. Only websites on this list can; others see an empty frame.'
  },
  addTitle: { vi: 'Cho phép một trang web', en: 'Allow a website' },
  address: { vi: 'Địa chỉ trang web', en: 'Address of the website' },
  addressHint: {
    vi: 'Ví dụ https://xa.example.gov.vn; thêm *. ở đầu tên miền để cho phép mọi trang con.',
    en: 'For example https://xa.example.gov.vn; write *. before the domain for all below it.'
  },
  note: { vi: 'Trang web của ai', en: 'Whose website it is' },
  add: { vi: 'Cho phép', en: 'Allow' },
  added: { vi: 'Đã cho phép {origin} nhúng bản đồ.', en: '{origin} may now show the map.' },
  since: { vi: '{note} · từ {moment}', en: '{note} · since {moment}' },
  remove: { vi: 'Thôi cho phép', en: 'Stop' },
  removeOf: { vi: 'Thôi cho phép {origin}', en: 'Stop {origin}' },
  removeTitle: { vi: 'Thôi cho phép {origin}?', en: 'Stop {origin}?' },
  removeText: {
    vi: 'Ai mở trang đó từ lúc này sẽ không thấy bản đồ nữa.',
    en: 'Whoever opens its pages from now on sees no map there.'
  },
  removed: { vi: '{origin} không còn nhúng được bản đồ.', en: '{origin} can no longer show the map.' },
  none: {
    vi: 'Chưa có trang web nào được phép nhúng bản đồ.',
    en: 'No website may show the map yet.'
  },
  codeTitle: { vi: 'Mã nhúng để dán vào trang web', en: 'Code to paste into the website' },
  codeLead: {
    vi: 'Người đọc thấy đúng những lớp này; nút “Mở bản đồ lớn” dẫn về Địa bàn.',
    en: 'Readers see these layers; “Open the large map” leads here.'
  },
  shows: { vi: 'Bản đồ cho thấy', en: 'The map shows' },
  relics: { vi: 'Di tích', en: 'Relics' },
  mobile: { vi: 'Vùng phủ 5G theo thôn', en: '5G coverage by village' },
  houses: { vi: 'Wifi tại nhà văn hóa', en: 'Wifi at cultural houses' },
  reports: { vi: 'Phản ánh đã công khai', en: 'Published reports' },
  tour: { vi: 'Tuyến tham quan', en: 'Tour' },
  noTour: { vi: 'Không vẽ tuyến', en: 'No tour' },
  parameters: { vi: 'Các tham số của địa chỉ nhúng', en: 'Parameters of the frame’s address' },
  code: { vi: 'Mã HTML', en: 'HTML' }
} as const

/** What an address of the map in a frame may ask for, as it is written there. */
export const parameterMessages: readonly { name: string; text: Message }[] = [
  { name: 'commune=00001', text: { vi: 'Mã của xã được mở.', en: 'Code of the commune that is open.' } },
  {
    name: 'layers=relics,roads',
    text: {
      vi: 'Các lớp được bật, ngăn bằng dấu phẩy; không nêu thì theo chỉ tiêu.',
      en: 'The layers that are on, parted by commas; left out: those of the indicator.'
    }
  },
  {
    name: 'indicator=mobile_5g_population',
    text: { vi: 'Chỉ tiêu tô màu các thôn.', en: 'The indicator that colours the villages.' }
  },
  {
    name: 'rank=national,provincial',
    text: { vi: 'Chỉ di tích các hạng này.', en: 'Relics of these ranks only.' }
  },
  { name: 'kind=…', text: { vi: 'Chỉ di tích các loại hình này.', en: 'Relics of these kinds only.' } },
  {
    name: 'tour=mot-ngay-o-lang',
    text: {
      vi: 'Tuyến tham quan được vẽ thành đường nối các di tích theo thứ tự: phần cuối địa chỉ trang của tuyến.',
      en: 'The tour that is drawn as a line joining its relics in order: the end of the address of its page.'
    }
  },
  {
    name: 'camera=13/18.34/105.9',
    text: {
      vi: 'Mức thu phóng, vĩ độ, kinh độ ban đầu; không nêu thì vừa tuyến hoặc vừa xã.',
      en: 'Zoom, latitude and longitude at first; left out: the whole tour or commune.'
    }
  },
  { name: 'legend=no', text: { vi: 'Không kèm chú giải.', en: 'Without the legend.' } },
  {
    name: 'asOf=2026-06-30',
    text: { vi: 'Bản đồ của ngày này.', en: 'The map of that day.' }
  },
  {
    name: 'lang=en, theme=dark',
    text: {
      vi: 'Tiếng Anh (mặc định tiếng Việt); nền tối (mặc định theo máy người xem).',
      en: 'English (else Vietnamese); dark (else as the reader’s device).'
    }
  }
]

export const messages = {
  brand: { vi: 'Địa bàn', en: 'Địa bàn' },
  brandLine: { vi: 'Bản đồ hạ tầng số của xã', en: 'The commune’s digital map' },
  skip: { vi: 'Đến phần số liệu', en: 'Skip to the figures' },
  panel: { vi: 'Số liệu', en: 'Figures' },
  map: { vi: 'Bản đồ', en: 'Map' },
  views: { vi: 'Cách xem', en: 'Views' },
  figuresTab: { vi: 'Số liệu', en: 'Figures' },
  tableTab: { vi: 'Bảng', en: 'Table' },
  layersTab: { vi: 'Lớp bản đồ', en: 'Layers' },
  table: { vi: 'Bảng theo thôn', en: 'Villages as a table' },
  closeTable: { vi: 'Đóng bảng', en: 'Close the table' },
  closeLayers: { vi: 'Đóng lớp bản đồ', en: 'Close the layers' },
  share: { vi: 'Chia sẻ', en: 'Share' },
  export: { vi: 'Tải về, in', en: 'Export' },
  tableFile: { vi: 'bảng chỉ tiêu', en: 'table' },
  csvShort: { vi: 'Tải CSV', en: 'CSV file' },
  sendReport: { vi: 'Phản ánh', en: 'Report' },
  settings: { vi: 'Ngôn ngữ, nền màn hình', en: 'Language and appearance' },
  exportFailed: {
    vi: 'Chưa tải được phần tải về và in. Hãy kiểm tra mạng rồi tải lại trang.',
    en: 'Export and print could not be loaded. Check the network and reload the page.'
  },
  language: { vi: 'Ngôn ngữ', en: 'Language' },
  menu: { vi: 'Mở menu', en: 'Menu' },
  searchOpen: { vi: 'Tìm kiếm', en: 'Search' },
  searchClose: { vi: 'Đóng tìm kiếm', en: 'Close search' },
  searchCloseShort: { vi: 'Đóng', en: 'Close' },
  mapLoading: { vi: 'Đang mở bản đồ…', en: 'Opening the map…' },
  mapFailed: {
    vi: 'Chưa tải được phần bản đồ. Số liệu và bảng vẫn dùng được; hãy kiểm tra mạng rồi tải lại trang.',
    en: 'The map could not be loaded. Figures and table work; check the network and reload the page.'
  },
  tableFailed: {
    vi: 'Chưa tải được bảng. Hãy kiểm tra mạng rồi tải lại trang.',
    en: 'The table could not be loaded. Check the network and reload the page.'
  },
  reload: { vi: 'Tải lại trang', en: 'Reload the page' },
  noMapTitle: { vi: 'Trình duyệt này không vẽ được bản đồ', en: 'This browser cannot draw the map' },
  noMap: {
    vi: 'Bản đồ cần WebGL2. Mọi số liệu vẫn xem được ở bảng dưới đây; để xem bản đồ, hãy mở bằng trình duyệt mới hơn hoặc bật tăng tốc đồ họa.',
    en: 'The map needs WebGL2. All figures can still be read in the table below; for the map, use a newer browser or turn graphics acceleration on.'
  },
  unknownIndicator: {
    vi: 'Không có chỉ tiêu “{id}” cho xã này. Hãy chọn chỉ tiêu khác trong danh sách.',
    en: 'There is no indicator “{id}” for this commune. Choose another one from the list.'
  },
  badLink: {
    vi: 'Liên kết này có ngày hoặc mã không dùng được.',
    en: 'This link has a day or a code that cannot be used.'
  },
  unknownVillage: {
    vi: 'Không có thôn mã {code} vào ngày này. Thôn có thể đã sáp nhập hoặc đổi mã.',
    en: 'There is no village with code {code} on this day. It may have been merged or have a new code.'
  },
  knownAt: {
    vi: 'Đang xem số liệu theo dữ liệu đã nạp đến {moment}; dữ liệu nạp sau đó không được tính.',
    en: 'These figures count what had been imported by {moment}, and nothing later.'
  },
  loadingDay: { vi: 'Đang tải số liệu ngày {day}…', en: 'Loading figures of {day}…' },
  knownNow: { vi: 'Xem số liệu mới nhất', en: 'Show the latest figures' },
  backToCommune: { vi: 'Về toàn xã', en: 'Back to the commune' },
  imageSubtitle: { vi: '{place} · số liệu ngày {day}', en: '{place} · as of {day}' },
  imageCompared: {
    vi: '{place} · số liệu ngày {day} so với ngày {before}',
    en: '{place} · {day} against {before}'
  },
  changeOf: { vi: 'Thay đổi: {name}', en: 'Change: {name}' },
  changeTitle: { vi: '{name}: thay đổi so với {day}', en: '{name}: change since {day}' },
  changeSince: { vi: 'So với {day} (điểm %)', en: 'Against {day} (points)' },
  north: { vi: 'B', en: 'N' },
  sources: { vi: 'Nguồn: {sources}', en: 'Sources: {sources}' },
  knownUntil: {
    vi: 'Tính từ dữ liệu đã nạp đến {moment}. Lập bằng Địa bàn.',
    en: 'Computed from what had been imported by {moment}. Made with Địa bàn.'
  }
} as const

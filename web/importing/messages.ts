/** Words of taking files of places in. */
export const messages = {
  title: { vi: 'Nạp tệp', en: 'Import files' },
  lead: {
    vi: 'Chọn lớp dữ liệu và tệp, xem trên bản đồ cạnh những gì đã có, ghép cột, xem dòng bị từ chối rồi mới nạp. Nạp nhầm thì gỡ được.',
    en: 'Choose the collection and a file, see it on the map beside what is there, match columns, see refused rows, then take it in. It can be undone.'
  },
  loading: { vi: 'Đang tải', en: 'Loading' },
  collection: { vi: 'Lớp dữ liệu', en: 'Collection' },
  choose: { vi: 'Chọn tệp', en: 'Choose a file' },
  drop: { vi: 'hoặc kéo tệp thả vào trang này.', en: 'or drop it anywhere on this page.' },
  formats: {
    vi: 'GeoJSON, GeoPackage, KML/KMZ, shapefile (zip), CSV, Excel, ODS, GPX, DXF, FlatGeobuf; tối đa 50 MB.',
    en: 'GeoJSON, GeoPackage, KML/KMZ, shapefile (zip), CSV, Excel, ODS, GPX, DXF, FlatGeobuf; at most 50 MB.'
  },
  sending: { vi: 'Đang gửi «{name}»: {percent} %', en: 'Sending “{name}”: {percent} %' },
  looking: { vi: 'Đang đọc «{name}»', en: 'Reading “{name}”' },
  onMap: { vi: 'Trên bản đồ', en: 'On the map' },
  mapLegend: {
    vi: 'Màu cam: {count} hình của tệp (nhiều nhất 1.000 hình đầu).',
    en: 'Orange: {count} {count|shape|shapes} of the file (at most the first 1,000).'
  },
  noShapes: {
    vi: 'Chưa đặt được hình nào của tệp lên bản đồ.',
    en: 'Nothing of the file could be placed on the map yet.'
  },
  there: {
    vi: 'Màu xanh: {count} hình đã có.',
    en: 'Blue: {count} {count|shape|shapes} there already.'
  },
  thereMore: {
    vi: 'Màu xanh: {count} hình đầu trong số đã có.',
    en: 'Blue: the first {count} of what is there already.'
  },
  systemsNotLoaded: {
    vi: 'Chưa tải được danh sách hệ tọa độ (VN-2000 của từng tỉnh)',
    en: 'The coordinate systems (VN-2000 of each province) could not be loaded'
  },
  thereNotLoaded: {
    vi: 'Chưa tải được dữ liệu đã có: bản đồ dưới đây chỉ có hình của tệp',
    en: 'What is there already could not be loaded: the map below shows the file alone'
  },
  notFresh: {
    vi: 'Lựa chọn đã đổi nhưng tệp chưa được đọc lại, nên chưa nạp được.',
    en: 'Your choices have changed but the file has not been read again, so it cannot be taken in yet.'
  },
  lookAgain: { vi: 'Đọc lại tệp', en: 'Read the file again' },
  numbered: { vi: 'Số {number}', en: 'Number {number}' },
  layer: { vi: 'Lớp trong tệp', en: 'Layer of the file' },
  layerHelp: {
    vi: 'Tệp có nhiều lớp: chọn lớp cần nạp.',
    en: 'The file holds several layers: choose the one to take in.'
  },
  chooseLayer: { vi: '(chọn lớp)', en: '(choose)' },
  encoding: { vi: 'Bảng mã chữ', en: 'Text encoding' },
  recognised: { vi: 'Tự nhận ra', en: 'As recognised' },
  coarse: {
    vi: 'Dữ liệu này không công khai nên vị trí đã có được làm tròn khoảng 50 m.',
    en: 'It is not public: what is there is shown to about 50 m.'
  },
  nothingThere: {
    vi: 'Lớp dữ liệu này của xã chưa có hình nào.',
    en: 'There is nothing of this collection yet.'
  },
  mapFailed: {
    vi: 'Thiết bị này không vẽ được bản đồ. Các bước khác vẫn dùng được.',
    en: 'This device cannot draw the map. The other steps work without it.'
  },
  columns: { vi: 'Ghép cột của «{name}»', en: 'Match columns of “{name}”' },
  columnsHelp: {
    vi: 'Cột đã được đoán theo tên. Mục có dấu * là bắt buộc.',
    en: 'Columns are proposed by their names. What has a * is required.'
  },
  notTaken: { vi: '(không lấy từ tệp)', en: '(not from the file)' },
  byName: { vi: '(đoán theo tên cột)', en: '(by the column’s name)' },
  lng: { vi: 'Kinh độ (độ)', en: 'Longitude (degrees)' },
  lat: { vi: 'Vĩ độ (độ)', en: 'Latitude (degrees)' },
  x: { vi: 'Hướng đông (m)', en: 'Easting (m)' },
  y: { vi: 'Hướng bắc (m)', en: 'Northing (m)' },
  crs: { vi: 'Hệ tọa độ', en: 'Coordinate system' },
  crsOfFile: { vi: 'Theo tệp', en: 'As the file says' },
  result: { vi: 'Kết quả thử', en: 'What a try says' },
  problem: { vi: 'Chưa nạp được tệp này', en: 'This file cannot be taken in yet' },
  missing: {
    vi: 'Tệp chưa có cột nào được nhận ra cho: {fields}. Hãy chọn cột ở phần ghép cột bên dưới.',
    en: 'No column was recognised for: {fields}. Choose one below, where columns are matched.'
  },
  counts: {
    vi: '{read} dòng: {good} nạp được, {refused} bị từ chối.',
    en: '{read} {read|row|rows}: {good} can be taken in, {refused} {refused|is|are} refused.'
  },
  unchanged: {
    vi: 'Tệp này đã được nạp từ trước; không có gì mới.',
    en: 'This file was taken in before; there is nothing new.'
  },
  refusedTitle: { vi: 'Dòng bị từ chối', en: 'Refused rows' },
  repeatsTitle: {
    vi: '{count} dòng có thể trùng',
    en: '{count} {count|row|rows} may be there twice'
  },
  repeatsTried: {
    vi: 'Tên giống nhau, cách nhau không quá 50 m. Nạp vào thì thành địa điểm mới; nếu là một, hãy bỏ tệp này, xóa các dòng ấy khỏi tệp rồi chọn lại.',
    en: 'Like names, at most 50 m apart. They would become new places; where they are one, discard this file, delete those rows from it and choose it again.'
  },
  repeatsTaken: {
    vi: 'Các dòng này đã vào thành địa điểm mới. Nếu là một, hãy gỡ lần nạp này ở «Các lần nạp gần đây», xóa các dòng ấy khỏi tệp rồi nạp lại.',
    en: 'These rows are in as new places. Where they are one, undo this import under “Latest imports”, delete those rows from the file and take it in again.'
  },
  takenNotes: { vi: 'Cần biết về lần nạp vừa rồi', en: 'About what was just taken in' },
  row: { vi: 'Dòng {row}', en: 'Row {row}' },
  more: { vi: 'và {count} dòng nữa', en: 'and {count} more' },
  partial: {
    vi: 'Nạp các dòng đúng, bỏ {count} dòng bị từ chối',
    en: 'Take in the good rows without the {count} refused'
  },
  take: { vi: 'Nạp {count} dòng', en: 'Take in {count} {count|row|rows}' },
  taking: { vi: 'Đang nạp: đã đọc {rows} dòng', en: 'Taking in: {rows} {rows|row|rows} read' },
  takingOf: { vi: 'Đang nạp: đã đọc {rows} trên {total} dòng', en: 'Taking in: {rows} of {total} rows read' },
  drop_it: { vi: 'Bỏ tệp này', en: 'Discard this file' },
  done: { vi: 'Đã nạp {count} dòng từ «{name}».', en: '{count} {count|row|rows} taken in from “{name}”.' },
  latest: { vi: 'Các lần nạp gần đây', en: 'Latest imports' },
  latestNotLoaded: {
    vi: 'Chưa tải được các lần nạp gần đây',
    en: 'The latest imports could not be loaded'
  },
  older: { vi: 'Xem các lần nạp cũ hơn', en: 'Older imports' },
  noneYet: { vi: 'Chưa có lần nạp nào.', en: 'Nothing was taken in yet.' },
  rows: { vi: '{count} dòng', en: '{count} {count|row|rows}' },
  undo: { vi: 'Gỡ lần nạp', en: 'Undo' },
  undoSure: { vi: 'Gỡ thật', en: 'Undo it' },
  cancel: { vi: 'Thôi', en: 'Cancel' },
  undone: { vi: 'đã gỡ', en: 'undone' },
  undoneNow: { vi: 'Đã gỡ lần nạp «{title}».', en: '“{title}” is undone.' }
} as const

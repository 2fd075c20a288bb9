/** What can be taken away, and what hinders it. Comes with the menu, not with the first view. */
export const exportMessages = {
  csv: { vi: 'Bảng số liệu (CSV)', en: 'Table of figures (CSV)' },
  csvHelp: {
    vi: 'Mở bằng Excel: UTF-8, cột cách bằng dấu chấm phẩy, số thập phân có dấu phẩy, không làm tròn. Nơi không có số ghi rõ lý do.',
    en: 'For spreadsheets: UTF-8, columns by comma, decimal point, not rounded. Where there is no number the reason stands.'
  },
  gapsCsv: { vi: 'Danh sách cụm chưa có sóng (CSV)', en: 'List of gaps (CSV)' },
  png: { vi: 'Ảnh bản đồ (PNG)', en: 'Picture of the map (PNG)' },
  print: { vi: 'In khổ A4 ngang', en: 'Print on A4, landscape' },
  layers: { vi: 'Tải các lớp dữ liệu', en: 'Download the layers' },
  layersHelp: {
    vi: 'Mở lớp cần tải rồi chọn định dạng: GeoPackage, Shapefile, Excel, KML…, theo WGS 84 hoặc VN-2000.',
    en: 'Open a layer, then choose a format: GeoPackage, Shapefile, Excel, KML and more, in WGS 84 or VN-2000.'
  },
  drawing: { vi: 'Đang vẽ ảnh bản đồ…', en: 'Drawing the picture…' },
  noPicture: {
    vi: 'Bản đồ chưa vẽ xong nên chưa có ảnh. Hãy đợi bản đồ hiện ra rồi thử lại.',
    en: 'The map is not drawn yet, so there is no picture. Wait until it shows, then try again.'
  }
} as const

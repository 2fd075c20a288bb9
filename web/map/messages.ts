import type { LocateProblem } from './locator.svelte.ts'
import type { Message } from '../i18n/i18n.svelte.ts'

/** Every word of the map's own parts. */
export const messages = {
  mapLabel: {
    vi: 'Bản đồ. Phím mũi tên để di chuyển, dấu cộng và dấu trừ để phóng to, thu nhỏ.',
    en: 'Map. Arrow keys move it, plus and minus zoom.'
  },
  tilesFailing: {
    vi: 'Một phần bản đồ chưa tải được. Hãy kiểm tra mạng rồi tải lại.',
    en: 'Part of the map could not be loaded. Check the network, then load it again.'
  },
  broken: {
    vi: 'Chưa mở được bản đồ. Số liệu và bảng vẫn dùng được; hãy kiểm tra mạng rồi tải lại trang.',
    en: 'The map could not be opened. Figures and table work; check the network, then reload the page.'
  },
  reload: { vi: 'Tải lại trang', en: 'Reload the page' },
  layers: { vi: 'Lớp bản đồ', en: 'Layers' },
  resetLayers: { vi: 'Về các lớp ban đầu', en: 'Back to the first layers' },
  operators: { vi: 'Nhà mạng', en: 'Operators' },
  scale: { vi: 'Thước tỷ lệ: {length}', en: 'Scale bar: {length}' },
  north: { vi: 'B', en: 'N' },
  wgs84: { vi: 'VĐ {lat}° · KĐ {lng}°', en: '{lat}° N · {lng}° E' },
  zone: { vi: 'KTT {axis}', en: 'zone {axis}' },
  zoneOfficial: {
    vi: 'Múi 3°, kinh tuyến trục của tỉnh theo Thông tư 24/2025/TT-BNNMT ({epsg})',
    en: 'TM-3, axis of the province by Circular 24/2025/TT-BNNMT ({epsg})'
  },
  zoneNearest: {
    vi: 'Múi 3°, kinh tuyến trục gần nhất vì chưa rõ tỉnh ({epsg})',
    en: 'TM-3, nearest axis because the province is not known ({epsg})'
  },
  vn2000: { vi: 'X {north} · Y {east} m', en: 'N {north} · E {east} m' },
  pointAtMap: { vi: 'trỏ vào bản đồ để xem', en: 'point at the map' },
  vn2000Failed: { vi: 'chưa tính được, hãy tải lại trang', en: 'not computed; reload the page' },
  attribution: {
    vi: 'Dữ liệu: xã và nhà mạng cung cấp · Đất liền: Natural Earth',
    en: 'Data: commune and operators · Land: Natural Earth'
  },
  zoomIn: { vi: 'Phóng to', en: 'Zoom in' },
  zoomOut: { vi: 'Thu nhỏ', en: 'Zoom out' },
  resetNorth: { vi: 'Xoay về hướng bắc', en: 'Turn north up' },
  locate: { vi: 'Vị trí của tôi', en: 'My location' },
  locating: { vi: 'Đang tìm vị trí…', en: 'Finding your location…' },
  outside: {
    vi: 'Bạn đang ở ngoài {place}, cách khoảng {distance}. Bản đồ giữ nguyên chỗ đang xem.',
    en: 'You are outside {place}, about {distance} away. The map stays where it is.'
  },
  home: { vi: 'Xem toàn xã', en: 'Show the whole commune' },
  retry: { vi: 'Tải lại bản đồ', en: 'Load the map again' },
  legend: { vi: 'Chú giải', en: 'Legend' },
  accuracy: { vi: 'Vị trí của bạn, sai số khoảng {distance}', en: 'Your location, good to about {distance}' }
} as const satisfies Record<string, Message>

export const locateProblems: Record<LocateProblem, Message> = {
  insecure: {
    vi: 'Trình duyệt chỉ cho biết vị trí khi trang mở bằng HTTPS. Hãy mở địa chỉ https:// của trang này.',
    en: 'The browser tells the location to HTTPS pages only. Open the https:// address of this page.'
  },
  denied: {
    vi: 'Trang chưa được phép xem vị trí. Hãy cho phép trong cài đặt của trình duyệt rồi bấm lại.',
    en: 'The page may not see the location. Allow it in the browser settings and press again.'
  },
  unavailable: {
    vi: 'Thiết bị chưa xác định được vị trí. Hãy bật định vị hoặc ra chỗ thoáng rồi bấm lại.',
    en: 'The device cannot tell its location. Turn location on or move into the open and press again.'
  },
  timeout: {
    vi: 'Quá 20 giây chưa có vị trí. Hãy ra chỗ thoáng rồi bấm lại.',
    en: 'No location after 20 seconds. Move into the open and press again.'
  }
}

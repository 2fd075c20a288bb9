import type { Bilingual } from '../../http/language.ts'

export const EXHIBIT_WORDS = {
  sounds: { vi: 'Nghe', en: 'Listen' },
  panoramas: { vi: 'Toàn cảnh 360°', en: '360° views' },
  models: { vi: 'Mô hình 3D', en: '3D models' },
  openPanorama: { vi: 'Xoay xem 360°', en: 'Look around' },
  openModel: { vi: 'Xem mô hình 3D', en: 'View the 3D model' },
  download: { vi: 'Tải mô hình', en: 'Download the model' },
  loading: { vi: 'Đang mở trình xem…', en: 'Opening the viewer…' },
  failed: {
    vi: 'Chưa mở được trình xem: máy không hỗ trợ đồ họa 3D hoặc mạng bị ngắt. Ảnh trên vẫn xem được.',
    en: 'The viewer did not open: this device shows no 3D graphics, or the line was cut. The picture above stays.'
  },
  by: { vi: 'Ảnh', en: 'Photo' },
  modelBy: { vi: 'Mô hình', en: 'Model' },
  recordedBy: { vi: 'Âm thanh', en: 'Sound' },
  transcript: { vi: 'Bản chép lời', en: 'Transcript' },
  noPlayer: {
    vi: 'Trình duyệt này không phát được; hãy tải tệp âm thanh về máy.',
    en: 'This browser cannot play it; download the sound.'
  },
  gone: {
    vi: 'Tệp hiện không đọc được trên máy chủ. Mục này sẽ hiện lại khi tệp được khôi phục.',
    en: 'The file cannot be read on the server now. It is shown again once the file is restored.'
  }
} as const satisfies Record<string, Bilingual>

/** Every word of the map's own parts. */
export const messages = {
  mapLabel: {
    vi: 'Bản đồ. Phím mũi tên để di chuyển, dấu cộng và dấu trừ để phóng to, thu nhỏ.',
    en: 'Map. Arrow keys move it, plus and minus zoom.'
  },
  tilesFailing: {
    vi: 'Một phần bản đồ chưa tải được. Số liệu trong bảng không bị ảnh hưởng; hãy kiểm tra mạng rồi thử lại.',
    en: 'Part of the map could not be loaded. Figures in the table are not affected; check the network and try again.'
  },
  layers: { vi: 'Lớp bản đồ', en: 'Layers' }
} as const

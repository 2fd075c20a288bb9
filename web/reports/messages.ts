import type { Message } from '../i18n/i18n.svelte.ts'

/** Words of the report app around its parts. */
export const messages = {
  brand: { vi: 'Địa bàn', en: 'Địa bàn' },
  app: { vi: 'Phản ánh hiện trường', en: 'Field reports' },
  views: { vi: 'Các mục', en: 'Sections' },
  report: { vi: 'Gửi phản ánh', en: 'Report' },
  list: { vi: 'Danh sách', en: 'All reports' },
  mine: { vi: 'Của tôi', en: 'Mine' },
  unsent: { vi: '{n} chưa gửi', en: '{n} not sent' },
  menu: { vi: 'Tùy chọn', en: 'Options' },
  language: { vi: 'Ngôn ngữ', en: 'Language' },
  toMap: { vi: 'Về bản đồ của xã', en: 'To the commune’s map' },
  help: { vi: 'Hướng dẫn', en: 'Help' },
  awayTitle: { vi: 'Trang này cần có mạng', en: 'This page needs a network' },
  away: {
    vi: 'Danh sách và trang công khai không lưu trên máy. Gửi phản ánh và mục Của tôi vẫn dùng được.',
    en: 'Public lists and pages are not kept on this device. Reporting and Mine work without a network.'
  },
  awayAgain: { vi: 'Thử mở lại', en: 'Try again' },
  privacy: { vi: 'Dữ liệu cá nhân: giữ gì, vì sao, bao lâu', en: 'Personal data: what, why, how long' },
  offline: {
    vi: 'Đang ngoại tuyến. Cứ viết và lưu: máy giữ lại, gửi khi trang này mở và có mạng.',
    en: 'Offline. Go ahead: reports are kept here, and sent while this page is open and there is a network.'
  },
  skip: { vi: 'Đến nội dung', en: 'Skip to the content' }
} as const satisfies Record<string, Message>

import type { StaffCamera } from '../../../server/places/camera-contract.ts'
import type { Message } from '../../i18n/i18n.svelte.ts'

/** Words of what staff see of cameras. */
export const messages = {
  title: { vi: 'Camera trên bản đồ', en: 'Cameras on the map' },
  lead: {
    vi: 'Hình quạt là vùng quan sát: hướng tính theo chiều kim đồng hồ từ hướng Bắc, tầm nhìn tính bằng mét. Chỉ cán bộ thấy phần này.',
    en: 'The cone is what a camera sees: its direction clockwise from north, its range in metres. Only staff see this.'
  },
  loading: { vi: 'Đang tải', en: 'Loading' },
  none: { vi: 'Chưa có camera nào.', en: 'There is no camera yet.' },
  place: { vi: 'Vị trí', en: 'Place' },
  state: { vi: 'Tình trạng', en: 'State' },
  direction: { vi: 'Hướng', en: 'Direction' },
  view: { vi: 'Góc nhìn', en: 'Field of view' },
  range: { vi: 'Tầm nhìn', en: 'Range' },
  model: { vi: 'Kiểu máy', en: 'Model' },
  lastCheck: { vi: 'Kiểm tra lần cuối', en: 'Last check' },
  notKnown: { vi: 'chưa rõ', en: 'not known' },
  degrees: { vi: '{value}°', en: '{value}°' }
} as const

export const stateMessages: Readonly<Record<NonNullable<StaffCamera['state']>, Message>> = {
  working: { vi: 'Đang hoạt động', en: 'Working' },
  broken: { vi: 'Hỏng', en: 'Broken' },
  unknown: { vi: 'Chưa rõ', en: 'Not known' }
}

import type { Bilingual } from '../../http/language.ts'

export const EXHIBIT_WORDS = {
  sounds: { vi: 'Nghe', en: 'Listen' },
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

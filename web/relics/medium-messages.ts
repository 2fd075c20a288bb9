import type { Message } from '../i18n/i18n.svelte.ts'

/** Words of all media of a relic: images, sounds, panoramas and models. */
export const mediumMessages = {
  nowAt: { vi: '{alt}: nay đứng thứ {place} trong {count}.', en: '{alt}: now {place} of {count}.' },
  gone: { vi: 'Đã gỡ: {alt}.', en: 'Taken down: {alt}.' },
  nothing: { vi: '(để trống)', en: '(empty)' },
  takenUp: {
    vi: 'Đây là những gì ông/bà đã viết lần trước mà chưa lưu.',
    en: 'This is what you wrote the last time and did not save.'
  },
  chooseAgain: {
    vi: 'Lời đã viết lần trước mà chưa lưu vẫn còn. Hãy chọn lại tệp để tiếp tục.',
    en: 'What you wrote the last time and did not save is still here. Choose the file again to go on.'
  },
  giveUp: { vi: 'Bỏ lời chưa lưu', en: 'Give it up' }
} as const satisfies Record<string, Message>

/** What the buttons and the form of a medium are called, which differs by its kind. */
export type MediumWords = Readonly<
  Record<
    | 'edit'
    | 'editShort'
    | 'moveUp'
    | 'moveDown'
    | 'withdraw'
    | 'withdrawTitle'
    | 'withdrawText'
    | 'save'
    | 'saving'
    | 'cancel',
    Message
  >
>

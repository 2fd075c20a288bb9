import type { Message } from '../i18n/i18n.svelte.ts'

/** Words of all media of a relic: images, sounds, panoramas and models. */
export const mediumMessages = {
  nowAt: { vi: '{alt}: nay đứng thứ {place} trong {count}.', en: '{alt}: now {place} of {count}.' },
  gone: { vi: 'Đã gỡ: {alt}.', en: 'Taken down: {alt}.' }
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

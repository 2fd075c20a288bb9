import type { StatedWhere } from './collection.ts'

/** Whether a text says what the field must be stated for; null: there is no text. */
export const isSaid = ({ says }: StatedWhere, text: string | null): boolean =>
  new RegExp(says, 'iu').test((text ?? '').normalize('NFC'))

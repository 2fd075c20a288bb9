/** Attachment: what opens in place of the button that was pressed takes the focus on, at its first field or button. */
export const focusFirst = (element: HTMLElement) =>
  element.querySelector<HTMLElement>('input, select, textarea, button')?.focus()

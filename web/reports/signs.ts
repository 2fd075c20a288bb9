import type { Localized } from '../../server/collections/contract.ts'
import type { CategoryTheme } from '../../server/reports/contract.ts'
import type { BadgeShape } from '../map/drawing.ts'
import type { Colour } from '../map/theme.ts'

/** Colours that the signs of reports share, on the public's map as on the staff's. */
export const PAPER: Colour = { light: '#ffffff', dark: '#161e23' }
export const LATE: Colour = { light: '#c4121f', dark: '#ff8d8d' }
export const PURPLE: Colour = { light: '#5b4d86', dark: '#c3b4ee' }
export const GREY: Colour = { light: '#56646c', dark: '#a3b1b9' }

/** What a category is about: the shape of its sign, the glyph in it while nothing else is to be said. */
export const THEME_SIGNS: Readonly<
  Record<CategoryTheme, { title: Localized; shape: BadgeShape; glyph: string }>
> = {
  waste: {
    title: { vi: 'Rác thải', en: 'Waste' },
    shape: 'circle',
    glyph: 'M8 9.5h8M9.2 9.5l.6 7.5h4.4l.6-7.5M10.5 9.5V7.7h3v1.8'
  },
  traffic: {
    title: { vi: 'Giao thông', en: 'Traffic' },
    shape: 'triangle',
    glyph: 'M12 9.8v5M12 17.4v.1'
  },
  other: { title: { vi: 'Việc khác', en: 'Other' }, shape: 'square', glyph: 'M12 7v6M12 16.6v.1' }
}

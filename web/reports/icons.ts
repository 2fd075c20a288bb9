/** Line icons of the report pages, 24 × 24, beside those of web/ui: the map's first view does not carry them. */
export const REPORT_ICONS = {
  camera: 'M4 8h3.2L9 5.5h6L16.8 8H20v11H4zM12 10a3.3 3.3 0 1 0 0 6.6 3.3 3.3 0 0 0 0-6.6Z',
  gallery: 'M4 5h16v14H4zM4 16l4.5-4.5 3.5 3.5 2.5-2.5L20 17.5M15.5 9.5v.1',
  mic: 'M12 3.5a3 3 0 0 0-3 3V11a3 3 0 0 0 6 0V6.5a3 3 0 0 0-3-3ZM5.5 11a6.5 6.5 0 0 0 13 0M12 17.5V21M8.5 21h7',
  stop: 'M7 7h10v10H7z',
  send: 'M4 12 20 4.5 15 20l-3.5-6.5zM11.5 13.5 20 4.5',
  bin: 'M5 7h14M9.5 7V4.5h5V7M6.5 7l.8 13h9.4l.8-13M10 11v5.5M14 11v5.5',
  plus: 'M12 5v14M5 12h14',
  list: 'M9 6.5h11M9 12h11M9 17.5h11M4.5 6.5v.1M4.5 12v.1M4.5 17.5v.1',
  person: 'M12 4a3.8 3.8 0 1 0 0 7.6A3.8 3.8 0 0 0 12 4ZM4.5 20.5c.6-4 3.6-6 7.5-6s6.9 2 7.5 6',
  waste: 'M4.5 8h15M8.5 8 10 4.5h4L15.5 8M6 8l1.2 12h9.6L18 8M9.5 12l5 4.5M14.5 12l-5 4.5',
  traffic: 'M10.5 4h3l4 13.5h-11zM4 20.5h16M8.8 10h6.4M7.6 14h8.8',
  other: 'M12 4 2.5 20h19zM12 10v4.5M12 17.3v.1',
  phone: 'M7.5 3.5h9v17h-9zM11 17.5h2',
  eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12ZM12 9.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6Z',
  locate: 'M12 2.5V6M12 18v3.5M2.5 12H6M18 12h3.5M12 6.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11Z'
} as const

export type ReportIconName = keyof typeof REPORT_ICONS

import { qrSheet } from '../../http/pages/qr-sheet.ts'
import type { Reader } from '../../http/pages/reader.ts'
import type { House } from '../contract.ts'
import { whereabouts, WORDS } from './words.ts'

/** The sheet (A4, SVG) for a house's wall: whoever joins the Wifi there scans it and records a check. */
export const wallSheetOf = (house: House, address: string, { language }: Reader): string =>
  qrSheet({
    title: house.name,
    below: whereabouts(house),
    address,
    sentence: WORDS.scan[language],
    language
  })

import { qrSheet } from '../../http/pages/qr-sheet.ts'
import type { Reader } from '../../http/pages/reader.ts'
import type { Relic } from '../contract.ts'
import { rankText, whereabouts, WORDS } from './words.ts'

/** The sheet (A4, SVG) for a relic's gate: its name, rank and place, the code and its permanent address in letters. */
export const gateSheet = (relic: Relic, address: string, { language }: Reader): string =>
  qrSheet({
    title: relic.name,
    below: [rankText(relic.rank, language), whereabouts(relic)].filter(Boolean).join(' · '),
    address,
    sentence: WORDS.scan[language],
    language
  })

import type { StaffTour, TourWords } from '../../../server/relics/tour-contract.ts'

/** What is written of a tour in its form; '' is nothing. */
export interface TourDraft {
  titleVi: string
  titleEn: string
  leadVi: string
  leadEn: string
  stops: { slug: string; name: string; isProtected: boolean }[]
  line: TourWords['line']
}

/** What was written and is not saved, and the version of the tour it began with; of a new one there is none. */
export interface KeptTour {
  version?: number | undefined
  draft: TourDraft
}

/** What a form begins with. */
export const draftOf = (tour?: StaffTour): TourDraft => ({
  titleVi: tour?.titleVi ?? '',
  titleEn: tour?.titleEn ?? '',
  leadVi: tour?.leadVi ?? '',
  leadEn: tour?.leadEn ?? '',
  stops: tour?.stops ?? [],
  line: tour?.line ?? null
})

const orNull = (text: string) => text.trim() || null

/** What is sent. */
export const wordsOf = ({ titleVi, titleEn, leadVi, leadEn, stops, line }: TourDraft): TourWords => ({
  titleVi: titleVi.trim(),
  titleEn: orNull(titleEn),
  leadVi: orNull(leadVi),
  leadEn: orNull(leadEn),
  stops: stops.map(({ slug }) => slug),
  line
})

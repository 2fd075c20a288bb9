import { messages as areaMessages } from './areas/messages.ts'
import { placeName } from './i18n/place-name.ts'
import type { FrameLegend, ImageFrame } from './map/map-image.ts'
import { messages } from './messages.ts'
import type { PageState } from './page-state.svelte.ts'

/** What stands around the picture of the map: what, where, when, from whom, and that it is an illustration. */
export function pictureFrame(
  page: PageState,
  answer: NonNullable<PageState['answer']>,
  legend: readonly FrameLegend[]
): ImageFrame {
  const { i18n } = page
  const sources = answer.commune.figure.sources.map(({ title }) => title).join('; ')
  return {
    title: i18n.t(answer.name),
    subtitle: i18n.t(messages.imageSubtitle, {
      place: placeName(answer.commune),
      day: i18n.date(answer.asOf)
    }),
    legend,
    notes: [
      ...(answer.commune.illustration ? [i18n.t(areaMessages.illustration)] : []),
      ...(sources ? [i18n.t(messages.sources, { sources })] : [])
    ],
    north: i18n.t(messages.north),
    distance: (metres) => i18n.distance(metres)
  }
}

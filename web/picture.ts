import type { SourceItem } from '../server/plans/contract.ts'
import type { z } from 'zod'
import { messages as areaMessages } from './areas/messages.ts'
import { messages as coverageMessages } from './coverage/messages.ts'
import { formatDate } from './i18n/formats.ts'
import { type I18n, LOCALES } from './i18n/i18n.svelte.ts'
import { placeName } from './i18n/place-name.ts'
import type { FrameLegend, ImageFrame } from './map/map-image.ts'
import { messages } from './messages.ts'
import type { PageState } from './page-state.svelte.ts'
import type { Subject } from './subject.ts'

type Source = z.output<typeof SourceItem>

/** What the map shows, as its title says it. */
export const subjectTitle = (i18n: I18n, subject: Subject): string =>
  subject.kind === 'signal'
    ? i18n.t(coverageMessages.deadSpotsLong)
    : subject.kind === 'change'
      ? i18n.t(messages.changeOf, { name: i18n.t(subject.answer.name) })
      : i18n.t(subject.answer.name)

/** What stands around the picture of the map: what, where, when, from whom, and that it is an illustration. */
export function pictureFrame(page: PageState, subject: Subject, legend: readonly FrameLegend[]): ImageFrame {
  const { i18n, commune } = page
  return {
    title: subjectTitle(i18n, subject),
    subtitle: subtitleOf(page, subject),
    legend,
    notes: [
      ...(commune?.illustration
        ? [`${i18n.t(areaMessages.illustration)}. ${i18n.t(areaMessages.illustrationHelp)}`]
        : []),
      ...(subject.kind === 'signal' ? [ruleText(i18n, subject.answer)] : []),
      ...sourceNote(i18n, sourcesOf(page, subject)),
      i18n.t(messages.knownUntil, { moment: i18n.moment(subject.answer.knownAt) })
    ],
    north: i18n.t(messages.north),
    distance: (metres) => i18n.distance(metres)
  }
}

function subtitleOf({ i18n, commune }: PageState, subject: Subject): string {
  const place = commune ? placeName(commune) : ''
  const day = i18n.date(subject.answer.asOf)
  return subject.kind === 'change'
    ? i18n.t(messages.imageCompared, { place, day, before: i18n.date(subject.day) })
    : i18n.t(messages.imageSubtitle, { place, day })
}

const ruleText = (
  i18n: I18n,
  { parameters: { k, d, technologies } }: (Subject & { kind: 'signal' })['answer']
) => i18n.t(coverageMessages.rule, { k, d: i18n.distance(d), technologies: technologies.join(', ') })

/** Each import once, by the import's number: of the colours, of the earlier day, of the gaps that lie over them. */
function sourcesOf({ gaps }: PageState, subject: Subject): Source[] {
  const own = subject.kind === 'signal' ? subject.answer.sources : subject.answer.commune.figure.sources
  const before = subject.kind === 'change' ? subject.before.commune.figure.sources : []
  const all = [...own, ...before, ...(gaps.value?.sources ?? [])]
  return [...new Map(all.map((source) => [source.import ?? source.title, source])).values()]
}

function sourceNote(i18n: I18n, sources: readonly Source[]): string[] {
  if (sources.length === 0) return []
  return [i18n.t(messages.sources, { sources: sources.map((source) => sourceText(i18n, source)).join('; ') })]
}

/** The title with the day from which it holds, unless the title says it itself, in whatever language it is written. */
function sourceText(i18n: I18n, { title, validFrom }: Source): string {
  if (!validFrom) return title
  const isSaid = [...LOCALES.map((locale) => formatDate(locale, validFrom)), validFrom].some((day) =>
    title.includes(day)
  )
  return isSaid ? title : `${title} (${i18n.date(validFrom)})`
}

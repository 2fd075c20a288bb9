import { messages as coverageMessages } from './coverage/messages.ts'
import { gapsCsv, signalCsv } from './coverage/signal-table.ts'
import { placeName, plainText } from './i18n/place-name.ts'
import { messages } from './messages.ts'
import type { PageState } from './page-state.svelte.ts'
import { figuresCsv } from './plans/csv.ts'
import { wordsOf } from './plans/indicator-words.ts'
import { tableColumns } from './plans/table-rows.ts'
import { saveFile } from './ui/save-file.ts'

/** "dia-ban-xa-minh-hoa-99999-5g-dan-so-2026-11-22.csv": letters that every system and mail keeps. */
function fileName({ commune, subject, figures }: PageState, part: string, extension: string): string {
  const place = commune ? `${placeName(commune)} ${commune.code}` : ''
  const day = subject?.answer.asOf ?? figures.value?.asOf ?? ''
  const name = plainText(`dia ban ${place} ${part} ${day}`)
  return `${name.replace(/[^a-z0-9]+/g, '-').replace(/-$/, '')}.${extension}`
}

/** What is asked, in few words. */
const topicOf = ({ answer, i18n }: PageState) =>
  i18n.t(answer ? wordsOf(answer).short : coverageMessages.deadSpots)

const saveCsv = (page: PageState, part: string, text: string) =>
  saveFile(new Blob([text], { type: 'text/csv;charset=utf-8' }), fileName(page, part, 'csv'))

/** What is seen as a table: every column when the table is open, else the one question that is shown. */
export function downloadCsv(page: PageState) {
  const { commune, i18n, subject } = page
  const isTable = page.tab === 'table'
  if (!isTable && commune && subject?.kind === 'signal')
    return saveCsv(page, topicOf(page), signalCsv(i18n, commune, subject.answer))
  const answers = isTable || !page.answer ? tableColumns(page.indicators) : [page.answer]
  const text = figuresCsv(i18n, {
    answers,
    before: page.before.value?.indicators ?? [],
    beforeDay: page.comparedDay
  })
  saveCsv(page, answers.length === 1 ? topicOf(page) : i18n.t(messages.tableFile), text)
}

/** The clusters that the list of gaps shows. */
export function downloadGaps(page: PageState) {
  const { commune, gaps, i18n } = page
  if (commune && gaps.value)
    saveCsv(page, `cum-${gaps.value.parameters.technology}`, gapsCsv(i18n, commune, gaps.value))
}

/** The map as it is seen, with what a report has to say beside it. False when there is no map to take a picture of. */
export async function downloadPicture(page: PageState): Promise<boolean> {
  const image = await page.takePicture?.()
  if (image) saveFile(image, fileName(page, topicOf(page), 'png'))
  return Boolean(image)
}

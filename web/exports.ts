import { gapsCsv, signalCsv } from './coverage/signal-table.ts'
import type { PageState } from './page-state.svelte.ts'
import { figuresCsv } from './plans/csv.ts'
import { tableColumns } from './plans/table-rows.ts'
import { saveFile } from './ui/save-file.ts'

const fileName = ({ commune, subject, figures }: PageState, part: string, extension: string) =>
  ['dia-ban', commune?.code, part, subject?.answer.asOf ?? figures.value?.asOf].filter(Boolean).join('-') +
  `.${extension}`

const saveCsv = (page: PageState, part: string, text: string) =>
  saveFile(new Blob([text], { type: 'text/csv;charset=utf-8' }), fileName(page, part, 'csv'))

/** What is seen as a table: every column when the table is open, else the one question that is shown. */
export function downloadCsv(page: PageState) {
  const { commune, i18n, subject } = page
  const isTable = page.tab === 'table'
  if (!isTable && commune && subject?.kind === 'signal')
    return saveCsv(page, page.indicator, signalCsv(i18n, commune, subject.answer))
  const answers = isTable || !page.answer ? tableColumns(page.indicators) : [page.answer]
  const text = figuresCsv(i18n, {
    answers,
    before: page.before.value?.indicators ?? [],
    beforeDay: page.compare
  })
  saveCsv(page, answers.length === 1 ? page.indicator : 'bang', text)
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
  if (image) saveFile(image, fileName(page, page.indicator, 'png'))
  return Boolean(image)
}

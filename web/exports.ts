import type { PageState } from './page-state.svelte.ts'
import { figuresCsv } from './plans/csv.ts'
import { tableColumns } from './plans/table-rows.ts'
import { saveFile } from './ui/save-file.ts'

const fileName = ({ commune, figures }: PageState, part: string, extension: string) =>
  ['dia-ban', commune?.code, part, figures.value?.asOf].filter(Boolean).join('-') + `.${extension}`

/** What is seen as a table: every column when the table is open, else the indicator that is shown. */
export function downloadCsv(page: PageState) {
  const answers = page.tab === 'table' || !page.answer ? tableColumns(page.indicators) : [page.answer]
  const text = figuresCsv(page.i18n, {
    answers,
    before: page.before.value?.indicators ?? [],
    beforeDay: page.compare
  })
  const part = answers.length === 1 ? page.indicator : 'bang'
  saveFile(new Blob([text], { type: 'text/csv;charset=utf-8' }), fileName(page, part, 'csv'))
}

/** The map as it is seen, with what a report has to say beside it. False when there is no map to take a picture of. */
export async function downloadPicture(page: PageState): Promise<boolean> {
  const image = await page.takePicture?.()
  if (image) saveFile(image, fileName(page, page.indicator, 'png'))
  return Boolean(image)
}

import { afterAll, beforeAll, expect, test } from 'vitest'
import { openImportFolder, type ImportFolder } from '../support/import-folder.ts'

// A find still in the ground becomes public where it is, unless the file says otherwise: whoever takes it in is told.

let importer: ImportFolder
beforeAll(async () => {
  importer = await openImportFolder()
})
afterAll(() => importer.close())

const notesOf = async (name: string, ...lines: string[]) => {
  const path = importer.file(name, `ref,name,kind,protected,lng,lat\n${lines.join('\n')}\n`)
  return (await importer.take('relics', path, { dryRun: true })).notes
}

test('rows of archaeology without a word on their place are counted; answers, other kinds and bad rows are not', async () => {
  const notes = await notesOf(
    'khao-co.csv',
    '1,Gò Mả Vôi,Khảo cổ,,105.01,20.01',
    '2,Gò Đất Đỏ,LỊCH SỬ; KHAO CO,,105.02,20.02',
    '3,Gò Chùa,Khảo cổ,có,105.03,20.03',
    '4,Gò Đình,Khảo cổ,không,105.04,20.04',
    '5,Đình Đông,Kiến trúc nghệ thuật,,105.05,20.05',
    '6,,Khảo cổ,,105.06,20.06',
    '7,Đình Tây,,,105.07,20.07'
  )
  expect(notes).toEqual([
    {
      vi: '2 dòng không nêu «Chỉ công khai theo ô 500 m». Di tích khảo cổ: chọn «Có» thì mọi người chỉ thấy ô 500 m, chọn «Không» thì vị trí chính xác được công khai. Bỏ trống thì nơi đang giữ kín vẫn giữ kín, nơi khác công khai vị trí chính xác.',
      en: '2 row(s) do not state “Public as a 500 m cell only”. Archaeology: with “Yes” the public sees a 500 m cell only, with “No” the exact place is public. Without an answer a place that is kept back stays so, and any other is public exactly where it is.'
    }
  ])
})

test('a file that answers is told nothing', async () => {
  expect(await notesOf('da-neu.csv', '1,Gò Mả Vôi,Khảo cổ,có,105.01,20.01')).toEqual([])
})

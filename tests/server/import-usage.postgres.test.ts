import { describe, expect, test } from 'vitest'
import { startProcess } from '../support/process.ts'

// Words that are refused before any database is asked for, so that one engine says all.

async function importWith(args: string[], command = 'server/import.ts') {
  const program = await startProcess(command, { args, ready: false })
  const { code } = await program.ended
  return { code, ...program.output }
}

describe('npm run import', () => {
  test.each([
    [['cultural_houses'], /Thiếu loại dữ liệu hoặc tệp[\s\S]*Cách dùng/],
    [['cultural_houses', ''], /Thiếu loại dữ liệu hoặc tệp[\s\S]*Cách dùng/],
    [['cultural_houses', 'a.csv', 'b.csv'], /Thừa tham số: b\.csv/],
    [['cultural_houses', 'a.csv', '--comune', '1'], /^Không có tham số --comune\.\n\nCách dùng:/],
    [['cultural_houses', 'a.csv', '--crs'], /^Tham số --crs thiếu giá trị/],
    [['cultural_houses', 'a.csv', '--commune', '1'], /--commune: mã xã phải có 5 chữ số/],
    [['cultural_houses', 'a.csv', '--map', 'name'], /phải viết trường=giá trị/],
    [['cultural_houses', 'a.csv', '--encoding', 'latin1'], /phải là auto, utf8/],
    [['undo', 'abc'], /undo cần số của lần nạp/]
  ])('words that are not understood: %j: exit 2 with the usage', async (args, sentence) => {
    const { code, stdout, stderr } = await importWith(args)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(sentence)
  })

  test('--help: the usage, the collections and their fields on stdout, exit 0', async () => {
    const { code, stdout, stderr } = await importWith(['--help'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(/^Cách dùng:[\s\S]*--allow-partial/)
    expect(stdout).toMatch(
      /\n {2}cultural_houses: .*\(điểm\)\n {6}name\*: .*\n {6}wifi: .*\[yes\|no\|unknown\]/
    )
    expect(stdout).toMatch(/\n {2}operators: .*\(bảng không có hình\)/)
  })
})

test('npm run villages -- --help: the usage and the fields of a file of centres, exit 0', async () => {
  const { code, stdout, stderr } = await importWith(['--help'], 'server/villages.ts')
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toMatch(/^Cách dùng: npm run villages[\s\S]*\n {2}villages: [\s\S]*name\*/)
})

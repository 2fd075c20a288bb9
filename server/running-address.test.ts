import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { quietLog } from '../tests/support/quiet-log.ts'
import { leaveAddress, runningAddress } from './running-address.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'diaban-address-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('the address is known while the program runs, and nothing is left of it afterwards', () => {
  const takeAway = leaveAddress(folder, 'http://127.0.0.1:8123', quietLog)
  expect(runningAddress(folder)).toBe('http://127.0.0.1:8123')
  takeAway()
  expect(runningAddress(folder)).toBeUndefined()
  expect(readdirSync(folder)).toEqual([])
})

test('what a program left that was killed does not count, nor a file that was cut short', () => {
  leaveAddress(folder, 'http://127.0.0.1:8123', quietLog)
  const file = join(folder, 'address.json')
  const left = JSON.parse(readFileSync(file, 'utf8'))
  const { pid } = spawnSync(process.execPath, ['-e', ''])
  writeFileSync(file, JSON.stringify({ ...left, pid }))
  expect(runningAddress(folder)).toBeUndefined()
  writeFileSync(file, '{"pid":')
  expect(runningAddress(folder)).toBeUndefined()
})

// `npm test`: what the machine lacks, then the checks, the build and every test. The last line is the count; what is
// skipped, and what passed at the second attempt only, is listed by name before it.
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureRequirements } from './requirements.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const results = join(root, 'test-results', 'vitest.json')

function isOpen(folder) {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch (error) {
    if (error.code === 'EACCES' || error.code === 'ENOENT' || error.code === 'EROFS') return false
    throw error
  }
}

/** Where the system's folder for passing files is closed to this user, tests write into another. */
function chooseTemporaryFolder() {
  mkdirSync(dirname(results), { recursive: true })
  process.env.TMPDIR = [tmpdir(), '/var/tmp', dirname(results)].find(isOpen)
}

function step(title, ...args) {
  console.log(`\n== ${title}`)
  return spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status === 0
}

function runTests() {
  rmSync(results, { force: true })
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const ok = step(
    'Kiểm thử',
    vitest,
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${results}`
  )
  return { ok, report: existsSync(results) ? JSON.parse(readFileSync(results, 'utf8')) : undefined }
}

const testsOf = (report) =>
  report.testResults.flatMap((file) => file.assertionResults.map((test) => ({ file: file.name, ...test })))

function list(title, tests) {
  if (tests.length > 0) console.log(`\n${title}:`)
  for (const { file, fullName } of tests) console.log(`  ${file.slice(root.length + 1)}: ${fullName}`)
  return tests.length
}

const listSkipped = (report) =>
  list(
    'Bỏ qua',
    testsOf(report).filter(({ status }) => status !== 'passed' && status !== 'failed')
  )

/** A test that passed keeps the messages of the attempt that failed before. */
const listRepeated = (report) =>
  list(
    'Lần thứ hai mới đạt',
    testsOf(report).filter(({ status, failureMessages }) => status === 'passed' && failureMessages.length > 0)
  )

/** Failed tests, files that did not even load, and a run that failed with neither. */
function countFailed(report, ok) {
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed')
  ).length
  const failed = report.numFailedTests + brokenFiles
  return ok ? failed : Math.max(failed, 1)
}

function finish(passed, failed, skipped) {
  console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
  process.exitCode = failed > 0 ? 1 : 0
}

chooseTemporaryFolder()
if (!ensureRequirements()) finish(0, 1, 0)
else {
  const steps = [step('Kiểm tra mã nguồn', 'tests/check.mjs'), step('Dựng', 'server/launch.mjs', 'build')]
  const failedSteps = steps.filter((ok) => !ok).length
  const { ok, report } = runTests()
  if (report) listRepeated(report)
  const skipped = report ? listSkipped(report) : 0
  finish(report?.numPassedTests ?? 0, failedSteps + (report ? countFailed(report, ok) : 1), skipped)
}

// `npm run check`: lint of components and of the rest, format, types, Svelte, import rules, unused code. All of them run, two at a time; the failures
// are printed whole. `npm run check -- types lint` runs only those named.
import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const CHECKS = {
  // Components are half of the whole time, one program of types after the other: apart, and first.
  components: ['eslint', 'web/**/*.svelte'],
  lint: ['eslint', '.', '--ignore-pattern', '**/*.svelte'],
  format: ['prettier', '--check', '--log-level', 'warn', '.'],
  svelte: ['svelte-check', '--tsconfig', './tsconfig.json', '--output', 'human'],
  types: ['tsc', '--noEmit'],
  imports: ['depcruise', 'server', 'web', 'data', 'tests', '--config', '.dependency-cruiser.cjs'],
  unused: ['knip', '--no-progress']
}

function run(name) {
  const [program, ...args] = CHECKS[name]
  const started = Date.now()
  const child = spawn(join(root, 'node_modules/.bin', program), args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe']
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ name, failed: true, output: error.message }))
    child.once('close', (code) => {
      console.log(
        `${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`
      )
      resolve({ name, failed: code !== 0, output })
    })
  })
}

const named = process.argv.slice(2)
const queue = named.length > 0 ? named.filter((name) => name in CHECKS) : Object.keys(CHECKS)
const results = []
async function work() {
  for (let name = queue.shift(); name; name = queue.shift()) results.push(await run(name))
}
await Promise.all([work(), work()])

const failures = results.filter((result) => result.failed)
for (const { name, output } of failures) console.log(`\n--- ${name}\n${output.trim()}`)
process.exitCode = failures.length > 0 ? 1 : 0

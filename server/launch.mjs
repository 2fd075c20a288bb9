// Starts a program of the server: `node server/launch.mjs NAME [arguments]` with a name of ENTRIES below, or `dev`. Plain
// JavaScript, for nothing is built yet. Builds `dist` when the sources differ from its stamp, then runs the built program
// in this same process, so that signals and exit codes are its own.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { launchTexts } from './launch-texts.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const dist = join(root, 'dist')
const stampFile = join(dist, 'stamp')
// Each page is a build of its own; the first empties the folder.
const PAGE_CONFIGS = [
  'vite.config.ts',
  'vite.phan-anh.config.ts',
  'vite.can-bo.config.ts',
  'vite.embed.config.ts',
  'vite.kiem-tra.config.ts',
  'vite.di-tich.config.ts',
  'vite.di-tich-sw.config.ts'
]
const SOURCES = [
  'server',
  'web',
  'data',
  'migrations',
  'package-lock.json',
  ...PAGE_CONFIGS,
  'svelte.config.js'
]
const ENTRIES = {
  main: 'server/main.ts',
  import: 'server/import.ts',
  villages: 'server/villages.ts',
  account: 'server/account.ts',
  audit: 'server/audit.ts',
  backup: 'server/backup.ts',
  restore: 'server/restore.ts',
  'take-in': 'server/take-in.ts',
  relics: 'server/relics.ts',
  'engine-process': 'server/db/engine-process.ts',
  'gdal-process': 'server/collections/import/gdal-process.ts'
}

const [name = 'main', ...args] = process.argv.slice(2)
const texts = launchTexts(name, args)

/** Progress goes to stderr: what a command prints on stdout is its own. */
const say = (line) => process.stderr.write(`${line}\n`)

function listFiles(path) {
  if (!existsSync(path)) return []
  const entries = readdirSync(path, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

function sourceFiles() {
  const files = SOURCES.flatMap((source) => {
    const path = join(root, source)
    return /\.\w+$/.test(source) ? (existsSync(path) ? [path] : []) : listFiles(path)
  })
  return files.filter((file) => !file.endsWith('.test.ts')).sort()
}

function hashSources() {
  const hash = createHash('sha256')
  for (const file of sourceFiles()) hash.update(relative(root, file)).update('\0').update(readFileSync(file))
  return hash.digest('hex')
}

async function loadVite() {
  try {
    return await import('vite')
  } catch (error) {
    if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error
    throw new Error(texts.notInstalled)
  }
}

async function buildWeb(vite, outDir) {
  if (!existsSync(join(root, 'web/index.html'))) return
  for (const config of PAGE_CONFIGS.filter((config) => existsSync(join(root, config)))) {
    // The runner writes nothing: node_modules may belong to another user.
    const loading = { configFile: join(root, config), configLoader: 'runner', logLevel: 'warn' }
    await vite.build({ ...loading, build: { outDir, emptyOutDir: config === PAGE_CONFIGS[0] } })
  }
  const { precompress } = await import('./precompress.mjs')
  await precompress(outDir)
}

async function buildServer(vite, outDir) {
  const input = Object.fromEntries(
    Object.entries(ENTRIES)
      .map(([name, file]) => [name, join(root, file)])
      .filter(([, file]) => existsSync(file))
  )
  // All files beside one another: a built file finds the engine's program in its own folder.
  const output = { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' }
  await vite.build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    // Packages of many files, put into ours: a command begins sooner when it reads few.
    ssr: { noExternal: ['zod', 'csv-parse', 'fastify-type-provider-zod'] },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      target: 'node20',
      sourcemap: true,
      rolldownOptions: { input, output }
    }
  })
}

/** Puts the finished build in place of the old one; whoever was quicker wins. */
function publish(draft) {
  const old = `${draft}-old`
  if (existsSync(dist)) renameSync(dist, old)
  try {
    renameSync(draft, dist)
  } catch (error) {
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
    rmSync(draft, { recursive: true })
  }
  rmSync(old, { recursive: true, force: true })
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** What builds left behind that were killed. */
function removeAbandonedDrafts() {
  for (const name of readdirSync(root)) {
    const pid = /^\.dist-(\d+)/.exec(name)?.[1]
    if (pid && !isAlive(Number(pid))) rmSync(join(root, name), { recursive: true, force: true })
  }
}

function makeDraft() {
  const draft = join(root, `.dist-${process.pid}`)
  try {
    removeAbandonedDrafts()
    mkdirSync(draft, { recursive: true })
    return draft
  } catch (error) {
    throw new Error(texts.notWritable(root, error.message))
  }
}

async function build(stamp) {
  const vite = await loadVite()
  const draft = makeDraft()
  try {
    say(texts.buildingWeb)
    await buildWeb(vite, join(draft, 'web'))
    say(texts.buildingServer)
    await buildServer(vite, join(draft, 'server'))
    writeFileSync(join(draft, 'stamp'), stamp)
    publish(draft)
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

async function buildIfChanged() {
  const stamp = hashSources()
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return
  await build(stamp)
}

async function run() {
  await buildIfChanged()
  const entry = join(dist, 'server', `${name}.js`)
  if (!existsSync(entry)) throw new Error(texts.noCommand(Object.keys(ENTRIES).join(', ')))
  process.argv.splice(1, process.argv.length - 1, entry, ...args)
  process.setSourceMapsEnabled(true)
  await import(pathToFileURL(entry).href)
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  throw new Error(texts.oldNode(process.versions.node))
}

try {
  checkNode()
  if (name === 'dev') await (await import('./dev.mjs')).startDevelopment(root)
  else if (name === 'build') await buildIfChanged()
  else await run()
} catch (error) {
  say(
    error.cause || !(error instanceof Error) || error.name !== 'Error'
      ? String(error.stack ?? error)
      : error.message
  )
  process.exitCode = 1
}

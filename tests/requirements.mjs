// What the tests need of the machine besides Node: PostgreSQL with PostGIS, Chromium, GDAL's programs. Installed with
// apt where that is allowed, else named with the exact command.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const OLDEST_POSTGRES = 15
const onPath = (program) =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)))

function hasPostgis() {
  const versions = existsSync('/usr/lib/postgresql') ? readdirSync('/usr/lib/postgresql').map(Number) : []
  const debian = versions
    .filter(
      (version) => version >= OLDEST_POSTGRES && existsSync(`/usr/lib/postgresql/${version}/bin/initdb`)
    )
    .map((version) => `/usr/share/postgresql/${version}`)
  const shares = debian.length > 0 ? debian : pgConfigShare()
  return shares.some((share) => existsSync(join(share, 'extension/postgis.control')))
}

function pgConfigShare() {
  if (!onPath('pg_config')) return []
  const version = Number(/\d+/.exec(execFileSync('pg_config', ['--version'], { encoding: 'utf8' }))?.[0])
  return version >= OLDEST_POSTGRES
    ? [execFileSync('pg_config', ['--sharedir'], { encoding: 'utf8' }).trim()]
    : []
}

/** The newest PostGIS package that apt knows. */
function postgisPackage() {
  const known = spawnSync('apt-cache', ['search', '--names-only', '^postgresql-[0-9]+-postgis-3$'], {
    encoding: 'utf8'
  })
  const versions = [...(known.stdout ?? '').matchAll(/^postgresql-(\d+)-postgis-3 /gm)].map((match) =>
    Number(match[1])
  )
  const version = versions.filter((candidate) => candidate >= OLDEST_POSTGRES).sort((a, b) => b - a)[0]
  return `postgresql-${version ?? OLDEST_POSTGRES}-postgis-3`
}

const REQUIREMENTS = [
  { name: 'PostgreSQL ≥ 15 + PostGIS', isThere: hasPostgis, packageOf: postgisPackage },
  {
    name: 'Chromium',
    isThere: () => ['chromium', 'chromium-browser', 'google-chrome'].some(onPath),
    packageOf: () => 'chromium'
  },
  {
    name: 'ogr2ogr, ogrinfo (GDAL)',
    isThere: () => onPath('ogr2ogr') && onPath('ogrinfo'),
    packageOf: () => 'gdal-bin'
  }
]

const missing = () => REQUIREMENTS.filter((requirement) => !requirement.isThere())

/** The words that make a command run as root, or undefined where this user may not. */
function rootPrefix() {
  if (process.getuid?.() === 0) return []
  return onPath('sudo') && spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0
    ? ['sudo', '-n']
    : undefined
}

function runAsRoot(prefix, command) {
  const [program, ...args] = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', ...command]
  return spawnSync(program, args, { stdio: ['ignore', 2, 2] }).status === 0
}

/** Makes sure that everything is there; answers false, after naming the command to run, where it cannot be. */
export function ensureRequirements() {
  if (missing().length === 0) return true
  const prefix = onPath('apt-get') ? rootPrefix() : undefined
  if (prefix) {
    console.error(
      `Cài bằng apt: ${missing()
        .map(({ name }) => name)
        .join('; ')} …`
    )
    runAsRoot(prefix, ['apt-get', 'update'])
    runAsRoot(prefix, [
      'apt-get',
      'install',
      '-y',
      '--no-install-recommends',
      ...missing().map(({ packageOf }) => packageOf())
    ])
  }
  const left = missing()
  if (left.length === 0) return true
  console.error(
    `Máy này còn thiếu: ${left.map(({ name }) => name).join('; ')}. Hãy chạy lệnh sau rồi thử lại:`
  )
  console.error(
    `  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${left.map(({ packageOf }) => packageOf()).join(' ')}`
  )
  return false
}

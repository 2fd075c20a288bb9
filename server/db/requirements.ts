import type { Bilingual } from '../http/language.ts'
import { Unusable } from '../unusable.ts'
import type { Queryable } from './pool.ts'

const OLDEST_POSTGRESQL = 15
const OLDEST_POSTGIS = [3, 3] as const
const EXTENSIONS = ['postgis', 'unaccent', 'pg_trgm']

interface Server {
  version: string
  versionNumber: number
  /** Of each extension that the server has: the version in the database, else the one it would get. */
  extensions: Record<string, string>
}

/** What a database offers; never older than asked by itself. */
export async function readServer(db: Queryable): Promise<Server> {
  const { rows } = await db.query<Server>(
    `select current_setting('server_version') as version,
            current_setting('server_version_num')::int as "versionNumber",
            coalesce((select json_object_agg(name, coalesce(installed_version, default_version))
                        from pg_available_extensions where name = any($1)), '{}') as extensions`,
    [EXTENSIONS]
  )
  const [server] = rows
  if (!server) throw new Error('The database did not say what it is.')
  return server
}

const isOlder = (version: string, [major, minor]: readonly [number, number]) => {
  const [ownMajor = 0, ownMinor = 0] = version.split('.').map(Number.parseFloat)
  return ownMajor < major || (ownMajor === major && ownMinor < minor)
}

/** A sentence for what is missing; undefined: the program can work with this server. */
export function missingOn({ version, versionNumber, extensions }: Server): Bilingual | undefined {
  const major = Math.floor(versionNumber / 10_000)
  if (major < OLDEST_POSTGRESQL)
    return {
      vi: `Cần PostgreSQL từ ${OLDEST_POSTGRESQL} trở lên, máy chủ này là ${version}. Hãy nâng cấp hoặc đặt DATABASE_URL sang máy chủ khác.`,
      en: `PostgreSQL ${OLDEST_POSTGRESQL} or later is needed, this server is ${version}. Upgrade it, or set DATABASE_URL to another server.`
    }
  const absent = EXTENSIONS.filter((name) => extensions[name] === undefined)
  const install = `apt install postgresql-${major}-postgis-3 postgresql-contrib`
  if (absent.length > 0)
    return {
      vi: `Máy chủ PostgreSQL chưa có phần mở rộng ${absent.join(', ')}. Trên Debian, Ubuntu hãy cài: ${install}`,
      en: `The PostgreSQL server lacks the extensions ${absent.join(', ')}. On Debian and Ubuntu install: ${install}`
    }
  const postgis = extensions.postgis ?? ''
  const oldest = OLDEST_POSTGIS.join('.')
  if (isOlder(postgis, OLDEST_POSTGIS))
    return {
      vi: `Cần PostGIS từ ${oldest} trở lên, máy chủ này có ${postgis}. Hãy nâng cấp PostGIS rồi chạy: alter extension postgis update`,
      en: `PostGIS ${oldest} or later is needed, this server has ${postgis}. Upgrade PostGIS, then run: alter extension postgis update`
    }
  return undefined
}

/** Throws `Unusable` when the server is too old or lacks an extension. */
export async function checkRequirements(db: Queryable): Promise<void> {
  const missing = missingOn(await readServer(db))
  if (missing !== undefined) throw new Unusable(missing)
}

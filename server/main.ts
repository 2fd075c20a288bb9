import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { pino, type Logger } from 'pino'
import { hasAccounts } from './accounts/account-queries.ts'
import { openAudit } from './accounts/audit.ts'
import { keepAuditEnd } from './accounts/audit-end.ts'
import { buildApp } from './app.ts'
import { scheduleBackups } from './backup/schedule.ts'
import { publicAddress, readConfig, type Config } from './config.ts'
import { isDatabaseAway } from './db/database-away.ts'
import { DiskFull, isDiskFull } from './db/disk-full.ts'
import { openDatabase, type Database } from './db/open.ts'
import type { Log } from './db/pool.ts'
import { explainFailure } from './explain-failure.ts'
import { logOptions } from './http/logging.ts'
import { keepMedia } from './media/keeping.ts'
import { openMedia } from './media/open.ts'
import { prepare } from './prepare.ts'
import { forgetMemory } from './relics/memory-queries.ts'
import { forgetAgain, keepForgotten } from './reports/forgotten.ts'
import { keepReports } from './reports/sweeps.ts'
import { projectRoot } from './root.ts'
import { leaveAddress } from './running-address.ts'
import type { Unusable } from './unusable.ts'

const DRAIN_MS = 10_000
const END_MS = 30_000
const RETRY_MS = 2_000

/** A line for the person at the terminal; the log on stdout is for machines. */
const say = (line: string) => process.stderr.write(`${line}\n`)

function logOf(logger: Logger): Log {
  return {
    info: (message) => logger.info(message),
    warn: (message) => logger.warn(message),
    error: (message) => logger.error(message)
  }
}

function readTls({ tls }: Config) {
  return tls ? { https: { cert: readFileSync(tls.certFile), key: readFileSync(tls.keyFile) } } : {}
}

/** Where the program is reached; PORT may be 0, any free one. */
function addressOf(config: Config, app: FastifyInstance) {
  const bound = app.server.address()
  const port = bound !== null && typeof bound === 'object' ? bound.port : config.port
  return publicAddress({ ...config, port })
}

const NO_ACCOUNTS =
  '      Chưa có tài khoản cán bộ nào. Lập quản trị viên đầu tiên trên máy này (chương trình vẫn chạy):\n' +
  '      npm run account -- create --login quan.tri --name "Họ và tên" --role administrator'

/** There is no account that could be guessed: the first one is made on the machine itself. */
async function tellOfAccounts({ db }: Database) {
  if (!(await hasAccounts(db))) say(NO_ACCOUNTS)
}

/** Where an older backup was restored, what had been deleted on request since is deleted before anybody reads it. */
async function forgetWhatWas({ db }: Database, config: Config, log: Log) {
  const media = openMedia(config, db).store
  const forgetting = { db, audit: openAudit(), media, log, forgetMemory }
  const count = await forgetAgain(forgetting, config.backup.dir)
  if (count > 0) say(`      Đã xóa lại dữ liệu cá nhân theo ${count} yêu cầu xóa mà bản sao lưu cũ chưa có.`)
}

/** Migrates and loads what is shipped; waits for a database that is not there yet. */
async function prepareWhenThere(database: Database, config: Config, log: Log, isClosing: () => boolean) {
  let isTold = false
  while (!isClosing()) {
    try {
      await prepare(database, config, log, say)
      await forgetWhatWas(database, config, log)
      return await tellOfAccounts(database)
    } catch (error) {
      if (isClosing()) return
      if (isDiskFull(error)) throw new DiskFull(config.databaseUrl ? null : config.dataDir, { cause: error })
      if (!isDatabaseAway(error)) throw error
      const sentence = `Chưa kết nối được cơ sở dữ liệu, thử lại sau mỗi ${RETRY_MS / 1000} giây: ${String(error)}`
      log.warn(sentence)
      if (!isTold) say(`      ${sentence}`)
      isTold = true
      await sleep(RETRY_MS)
    }
  }
}

/** Finishes the requests under way, at most ten seconds, then closes the database. */
async function drain(app: FastifyInstance, database: Database) {
  // A connection kept alive becomes idle when its last answer is out.
  const sweep = setInterval(() => app.server.closeIdleConnections(), 50)
  const last = setTimeout(() => app.server.closeAllConnections(), DRAIN_MS)
  await app.close()
  clearInterval(sweep)
  clearTimeout(last)
  await database.close()
}

/** Ends the program once: with 0 on a signal, with 1 when it cannot go on. A second signal ends it at once. */
function endings(close: () => Promise<void>, logger: Logger) {
  let closing = false
  const end = (code: number) => {
    closing = true
    setTimeout(() => process.exit(1), END_MS).unref()
    close().then(
      () => process.exit(code),
      (error: unknown) => {
        logger.error(error)
        process.exit(1)
      }
    )
  }
  const onSignal = (signal: NodeJS.Signals) => {
    if (closing) process.exit(1)
    logger.info({ signal }, 'closing')
    end(0)
  }
  process.on('SIGTERM', onSignal)
  process.on('SIGINT', onSignal)
  const giveUp = (reason: Unusable) => {
    if (closing) return
    logger.fatal(reason.message)
    say(reason.message)
    end(1)
  }
  return { isClosing: () => closing, giveUp }
}

/** The application over its database, not yet listening. */
async function open(
  config: Config,
  logger: Logger,
  isReady: () => boolean,
  giveUp: (reason: Unusable) => void
) {
  const database = await openDatabase(config, logOf(logger), giveUp)
  const app = buildApp(
    { ...database.http, config, isReady, webDir: join(projectRoot, 'dist', 'web') },
    { loggerInstance: logger, forceCloseConnections: 'idle', ...readTls(config) }
  )
  return { app, database }
}

/** What goes on beside the answers once all is prepared; answers what ends it. */
function startKeeping(config: Config, { db }: Database, log: Log) {
  const endings = [
    keepMedia({ ...openMedia(config, db), db, log }),
    keepReports(db, openAudit(), log),
    keepAuditEnd(db, config.dataDir, log),
    keepForgotten(db, config.backup.dir, log),
    scheduleBackups(config.backup, log)
  ]
  return async () => void (await Promise.all(endings.map((end) => end())))
}

async function main() {
  const config = readConfig()
  const logger = pino(logOptions(config.logLevel))
  let isPrepared = false
  let endKeeping = async () => {}
  let takeAddressAway = () => {}
  const close = async () => {
    const { app, database } = await opening
    takeAddressAway()
    await endKeeping()
    await drain(app, database)
  }
  const { isClosing, giveUp } = endings(close, logger)
  const opening = open(config, logger, () => isPrepared, giveUp)
  say(`[3/5] Mở cơ sở dữ liệu (${config.databaseUrl ? 'PostgreSQL' : config.dataDir}) …`)
  const { app, database } = await opening
  if (isClosing()) return
  try {
    await app.listen({ port: config.port, host: config.host })
    takeAddressAway = leaveAddress(config.dataDir, addressOf(config, app), logOf(logger))
    say('[4/5] Cập nhật cấu trúc và dữ liệu ban đầu …')
    await prepareWhenThere(database, config, logOf(logger), isClosing)
  } catch (error) {
    // Whoever asked for the end is closing both already.
    if (isClosing()) return
    takeAddressAway()
    await drain(app, database)
    throw error
  }
  if (isClosing()) return
  isPrepared = true
  endKeeping = startKeeping(config, database, logOf(logger))
  say(`[5/5] Địa bàn đang chạy tại ${addressOf(config, app)}/ (dừng: Ctrl+C)`)
}

main().catch((error: unknown) => {
  say(explainFailure(error))
  // All is closed; an engine that hung on a full disk may have left something that would keep the program alive.
  process.exit(1)
})

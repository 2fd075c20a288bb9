import type { AuditEntry } from './accounts/contract.ts'
import { USAGE, readCommand, type Command } from './account-words.ts'
import {
  alterAccount,
  openAccount,
  renewLink,
  type AccountDesk,
  type NewLink,
  type Refusal
} from './accounts/account-desk.ts'
import { findLogin, listAccounts } from './accounts/account-queries.ts'
import { openAudit } from './accounts/audit.ts'
import { linkAddress } from './accounts/link-queries.ts'
import type { StaffAccount } from './accounts/staff-contract.ts'
import { languageOf } from './collections/import/arguments.ts'
import {
  runCommand,
  understood,
  type CommandContext,
  type ExitCode
} from './collections/import/run-command.ts'
import { publicAddress, readConfig } from './config.ts'
import type { Language } from './http/language.ts'
import { runKeyCommand } from './reports/open311/key-command.ts'
import { runningAddress } from './running-address.ts'
import { derivations, registry } from './themes.ts'
import { Unusable } from './unusable.ts'

// npm run account -- create | list | role | disable | enable | link | api-key: accounts of staff, from the machine itself.

/** What was done, or its refusal thrown. */
function done<T extends object>(outcome: T | Refusal): T {
  if ('refused' in outcome) throw new Unusable(outcome.detail)
  return outcome
}

async function accountOf({ db }: AccountDesk, login: string) {
  const id = await findLogin(db, login)
  if (id !== null) return id
  throw new Unusable({ vi: `Không có tài khoản «${login}».`, en: `There is no account “${login}”.` })
}

function linkText(login: string, url: string, { expiresAt }: NewLink, language: Language) {
  const until = new Date(expiresAt).toLocaleString(language === 'vi' ? 'vi-VN' : 'en-GB', {
    timeZone: 'Asia/Ho_Chi_Minh'
  })
  return {
    vi: `Tài khoản «${login}»: mở đường dẫn sau để đặt mật khẩu, dùng một lần, đến ${until}. Chỉ đưa cho chủ tài khoản.\n${url}`,
    en: `Account “${login}”: open this link to set the password, once, until ${until} (Việt Nam). Give it to its owner only.\n${url}`
  }[language]
}

function lineOf({ id, login, name, role, communeCode, unitName, disabledAt, hasPassword }: StaffAccount) {
  const state = disabledAt !== null ? 'disabled' : hasPassword ? 'active' : 'no password'
  return [id, login, name, role, communeCode ?? 'all', unitName ?? '-', state].join('\t')
}

async function run(context: CommandContext, command: Command, json: boolean): Promise<ExitCode> {
  const { deps, language, importedBy, print } = context
  const desk: AccountDesk = { db: deps.db, audit: openAudit() }
  // Who sits at the machine is known by the system's name only.
  const said: Pick<AuditEntry, 'by' | 'from'> = { by: 'command', from: `command:${importedBy}` }
  const manager = { actor: null, said }
  const config = readConfig()
  const show = (login: string, link: NewLink) => {
    const url = linkAddress(runningAddress(config.dataDir) ?? publicAddress(config), link.token)
    print(
      json ? JSON.stringify({ login, url, expiresAt: link.expiresAt }) : linkText(login, url, link, language)
    )
  }
  switch (command.kind) {
    case 'list': {
      const accounts = await listAccounts(deps.db, null)
      print(json ? JSON.stringify(accounts) : accounts.map(lineOf).join('\n'))
      return 0
    }
    case 'create': {
      const { account, link } = done(await openAccount(desk, manager, command.account))
      show(account.login, link)
      return 0
    }
    case 'change': {
      const id = await accountOf(desk, command.login)
      const { account } = done(await alterAccount(desk, manager, id, command.change))
      print(json ? JSON.stringify(account) : lineOf(account))
      return 0
    }
    case 'link': {
      const id = await accountOf(desk, command.login)
      const { link } = done(await renewLink(desk, manager, id, command.removeFactor))
      show(command.login, link)
      return 0
    }
    case 'api-key': {
      print(await runKeyCommand(desk, { actor: null, ...said }, command.command, json))
      return 0
    }
  }
}

const words = process.argv.slice(2)
const isHelp = words.includes('--help') || words.includes('-h')
const command = isHelp ? undefined : understood(words, () => readCommand(words))
if (isHelp) process.stdout.write(`${USAGE[languageOf(words)]}\n`)
else if (!command) process.exitCode = 2
else
  process.exitCode = await runCommand(words, { registry, derivations }, (context) =>
    run(context, command, words.includes('--json'))
  )

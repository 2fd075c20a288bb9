import { parseArgs } from 'node:util'
import { Role } from './accounts/contract.ts'
import type { AccountChange, NewAccount } from './accounts/account-queries.ts'
import { Login } from './accounts/staff-contract.ts'
import { UsageError, codes, optionRefused } from './collections/import/arguments.ts'
import type { Bilingual } from './http/language.ts'
import { KEY_USAGE, KEY_VERBS, type KeyCommand } from './reports/open311/key-command.ts'

// The words of `npm run account`.

const text = { type: 'string' } as const
const OPTIONS = {
  login: text,
  name: text,
  role: text,
  commune: text,
  unit: text,
  system: text,
  lang: text,
  json: { type: 'boolean' },
  'remove-second-factor': { type: 'boolean' }
} as const

const ROLES = Role.options.join('|')
export const USAGE: Bilingual = {
  vi: `Cách dùng:
  npm run account -- create --login TÊN --name "HỌ TÊN" --role ${ROLES} [--commune MÃ] [--unit SỐ]
      lập tài khoản và in đường dẫn dùng một lần (72 giờ) để chủ tài khoản tự đặt mật khẩu
  npm run account -- list [--json]
  npm run account -- role --login TÊN --role VAI TRÒ [--commune MÃ|all] [--unit SỐ|none]
  npm run account -- link --login TÊN [--remove-second-factor]
      in đường dẫn mới để đặt lại mật khẩu
  npm run account -- disable --login TÊN
  npm run account -- enable --login TÊN
${KEY_USAGE.vi}`,
  en: `Usage:
  npm run account -- create --login LOGIN --name "NAME" --role ${ROLES} [--commune CODE] [--unit NUMBER]
      creates an account and prints a link, good once within 72 hours, by which its owner sets a password
  npm run account -- list [--json]
  npm run account -- role --login LOGIN --role ROLE [--commune CODE|all] [--unit NUMBER|none]
  npm run account -- link --login LOGIN [--remove-second-factor]
      prints a new link to set the password
  npm run account -- disable --login LOGIN
  npm run account -- enable --login LOGIN
${KEY_USAGE.en}`
}

/** What the command is to do. */
export type Command =
  | { kind: 'list' }
  | { kind: 'create'; account: NewAccount }
  | { kind: 'change'; login: string; change: AccountChange }
  | { kind: 'link'; login: string; removeFactor: boolean }
  | { kind: 'api-key'; command: KeyCommand }

const misuse = (vi: string, en: string) => new UsageError({ vi, en }, USAGE)

function parse(words: string[]) {
  try {
    return parseArgs({ args: words, options: OPTIONS, allowPositionals: true, strict: true })
  } catch (error) {
    throw optionRefused(error, USAGE)
  }
}

type Values = ReturnType<typeof parse>['values']

function loginIn({ login }: Values): string {
  if (login === undefined) throw misuse('Thiếu --login.', '--login is missing.')
  const parsed = Login.safeParse(login)
  if (parsed.success) return parsed.data
  throw misuse(
    `--login ${login}: từ 3 đến 100 ký tự, chỉ gồm chữ không dấu, chữ số và . _ @ -`,
    `--login ${login}: 3 to 100 characters, letters without diacritics, digits and . _ @ - only`
  )
}

function roleIn({ role }: Values): Role {
  const parsed = Role.safeParse(role)
  if (parsed.success) return parsed.data
  throw misuse(`--role: phải là một trong ${ROLES}.`, `--role: must be one of ${ROLES}.`)
}

function communeIn({ commune }: Values): string | null | undefined {
  if (commune === undefined) return undefined
  return commune === 'all' ? null : (codes([commune], '--commune')[0] ?? null)
}

function unitIn({ unit }: Values): number | null | undefined {
  if (unit === undefined) return undefined
  if (unit === 'none') return null
  if (/^\d{1,9}$/.test(unit)) return Number(unit)
  throw misuse(`--unit ${unit}: phải là số của đơn vị.`, `--unit ${unit}: must be a unit's number.`)
}

function accountIn(values: Values): NewAccount {
  const name = values.name?.trim()
  if (!name) throw misuse('Thiếu --name.', '--name is missing.')
  const [communeCode, unitId] = [communeIn(values) ?? null, unitIn(values) ?? null]
  return { login: loginIn(values), name, role: roleIn(values), communeCode, unitId }
}

/** A key is made where no verb is given. */
function keyCommandIn(values: Values, said: string | undefined): KeyCommand {
  const verb = KEY_VERBS.find((one) => one === (said ?? 'create'))
  const verbs = KEY_VERBS.join(', ')
  if (!verb) throw misuse(`api-key: hãy nêu một trong ${verbs}.`, `api-key: say one of ${verbs}.`)
  const communeCode = communeIn(values) ?? null
  if (verb === 'list') return { verb, communeCode }
  const system = values.system?.trim()
  if (!system) throw misuse('Thiếu --system.', '--system is missing.')
  return verb === 'end' ? { verb, system } : { verb, holder: { system, communeCode } }
}

/** Understands the words of the command line. Throws `UsageError`. */
export function readCommand(words: string[]): Command {
  const { values, positionals } = parse(words)
  const [kind, ...others] = positionals
  const [verb, ...rest] = kind === 'api-key' ? others : [undefined, ...others]
  if (rest.length > 0) throw misuse(`Thừa «${rest.join(' ')}».`, `“${rest.join(' ')}” is too much.`)
  switch (kind) {
    case 'create':
      return { kind, account: accountIn(values) }
    case 'list':
      return { kind }
    case 'role': {
      const change = { role: roleIn(values), communeCode: communeIn(values), unitId: unitIn(values) }
      return { kind: 'change', login: loginIn(values), change }
    }
    case 'disable':
    case 'enable':
      return { kind: 'change', login: loginIn(values), change: { disabled: kind === 'disable' } }
    case 'link':
      return { kind, login: loginIn(values), removeFactor: values['remove-second-factor'] ?? false }
    case 'api-key':
      return { kind, command: keyCommandIn(values, verb) }
    case undefined:
    default:
      throw misuse(
        'Hãy nêu create, list, role, link, disable, enable hoặc api-key.',
        'Say create, list, role, link, disable, enable or api-key.'
      )
  }
}

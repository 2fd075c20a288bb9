import type { Bilingual } from '../../http/language.ts'
import { Unusable } from '../../unusable.ts'
import { makeKey, takeKeyBack, type KeyDesk, type KeyMaker } from './key-desk.ts'
import { listKeys, type KeyHolder } from './key-queries.ts'

// What `npm run account -- api-key` does, from the machine itself.

export const KEY_VERBS = ['create', 'list', 'end'] as const
export type KeyCommand =
  | { verb: 'create'; holder: KeyHolder }
  | { verb: 'list'; communeCode: string | null }
  | { verb: 'end'; system: string }

export const KEY_USAGE: Bilingual = {
  vi: `  npm run account -- api-key create --system TÊN [--commune MÃ]
      cấp khóa Open311 cho một hệ thống khác và in ra một lần
  npm run account -- api-key list [--commune MÃ] [--json]
  npm run account -- api-key end --system TÊN
      thu hồi khóa của hệ thống ấy ngay lập tức`,
  en: `  npm run account -- api-key create --system NAME [--commune CODE]
      makes a key by which another system sends reports over Open311, and prints it this once
  npm run account -- api-key list [--commune CODE] [--json]
  npm run account -- api-key end --system NAME
      ends that system's key at once`
}

const HAS_KEY = {
  vi: 'Hệ thống này đã có khóa đang dùng. Hãy thu hồi khóa cũ trước khi cấp khóa mới.',
  en: 'This system has a key in force. End it before you make another.'
}
const noKey = (system: string): Bilingual => ({
  vi: `«${system}» không có khóa nào đang dùng. Xem các khóa bằng: npm run account -- api-key list`,
  en: `“${system}” has no key in force. See the keys by: npm run account -- api-key list`
})

type Line = Awaited<ReturnType<typeof listKeys>>[number]
const lineOf = ({ id, system, commune, createdAt, endedAt }: Line) =>
  [
    id,
    system,
    commune ?? 'all',
    createdAt.toISOString(),
    endedAt ? `ended ${endedAt.toISOString()}` : 'active'
  ].join('\t')

async function end(desk: KeyDesk, maker: KeyMaker, system: string) {
  const keys = await listKeys(desk.db, null)
  const key = keys.find((one) => one.system === system && one.endedAt === null)
  if (!key || !(await takeKeyBack(desk, maker, key.id, null))) throw new Unusable(noKey(system))
  return { id: key.id, system, ended: true }
}

/** Does it, and answers what is printed. Throws Unusable. */
export async function runKeyCommand(
  desk: KeyDesk,
  maker: KeyMaker,
  command: KeyCommand,
  json: boolean
): Promise<string> {
  switch (command.verb) {
    case 'create': {
      const made = await makeKey(desk, maker, command.holder)
      if (!made) throw new Unusable(HAS_KEY)
      return json ? JSON.stringify({ ...command.holder, ...made }) : made.key
    }
    case 'list': {
      const keys = await listKeys(desk.db, command.communeCode)
      return json ? JSON.stringify(keys) : keys.map(lineOf).join('\n')
    }
    case 'end': {
      const ended = await end(desk, maker, command.system)
      return json ? JSON.stringify(ended) : `${ended.id}\t${ended.system}\tended`
    }
  }
}

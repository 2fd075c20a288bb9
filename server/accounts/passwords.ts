import { hash, parseOptions, verify } from '@node-rs/argon2'
import { newSecret } from './secret.ts'
import { takeTurns } from './turns.ts'

/** What an argon2id hash costs; `memoryCost` in KiB. */
export interface PasswordCost {
  memoryCost: number
  timeCost: number
}

/** RFC 9106's second recommendation, in one thread: some 0.15 s and 64 MiB on a machine of today. */
export const PASSWORD_COST: PasswordCost = { memoryCost: 64 * 1024, timeCost: 3 }

/** As many at once as the smallest machine has cores; as many may wait as are done within some seconds. */
const RUNNING = 2
const WAITING = 40

/** One password, one text, whichever way a keyboard composes its diacritics. */
const normal = (password: string) => password.normalize('NFKC')

/** Hashes and checks passwords, a few at a time; throws `TooBusy` when too many wait already. */
export function openPasswords(cost: PasswordCost = PASSWORD_COST) {
  const turns = takeTurns(RUNNING, WAITING)
  const make = (password: string) => hash(normal(password), { ...cost, parallelism: 1 })
  let nobody: Promise<string> | undefined

  return {
    hash: (password: string) => turns(() => make(password), true),
    /**
     * Whether a password is the one of a hash. Without a hash it takes as long, and is a no. `known`: whoever asks goes
     * before strangers.
     */
    async check(password: string, kept: string | null, known = false): Promise<boolean> {
      nobody ??= make(newSecret())
      const against = kept ?? (await nobody)
      const fits = await turns(() => verify(against, normal(password)), known)
      return fits && kept !== null
    },
    /** Whether a hash was made at another cost than is asked now. */
    isOutdated(kept: string) {
      const { memoryCost, timeCost } = parseOptions(kept)
      return memoryCost !== cost.memoryCost || timeCost !== cost.timeCost
    }
  }
}

/** What `openPasswords` gives. */
export type Passwords = ReturnType<typeof openPasswords>

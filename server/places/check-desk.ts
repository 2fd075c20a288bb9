import type { Pool } from 'pg'
import type { Actor, Audit } from '../accounts/contract.ts'
import type { Queryable } from '../db/pool.ts'
import { inTransaction } from '../db/transaction.ts'
import { countByKey, findCheck, keepCheck, lockHouse } from './check-queries.ts'
import type { Found, House, Rate, Recorded } from './contract.ts'
import { renewKeyOf } from './house-key.ts'
import { impossibleMoment, nothingCarried, tooOften } from './refusals.ts'

/** What checks work with. */
export interface CheckDesk {
  db: Pool
  audit: Audit<Queryable>
}

/** Who checked: an account, or (null) whoever had the key on the wall; and the address he asks from. */
export interface Checker {
  actor: Actor | null
  from: string
}

const MOST_BY_KEY_AN_HOUR = 12
const HOUR_S = 3600
const OLDEST_MS = 30 * 86_400_000
/** Clocks of devices go wrong by as much without anybody noticing. */
const CLOCK_MS = 5 * 60_000

const NOT_MEASURED: Rate = { missing: 'not_measured' }
const UNREACHABLE: Rate = { missing: 'unreachable' }

/** The moment that staff say, checked; null: now. Throws 422. */
function momentOf(at: string | undefined) {
  if (at === undefined) return null
  const age = Date.now() - Date.parse(at)
  if (age < -CLOCK_MS || age > OLDEST_MS) throw impossibleMoment()
  return age < 0 ? null : at
}

/** A rate as it is kept: that there was no Wifi is said by the whole check alone. */
function rateOf(reachable: boolean, measured: Rate = NOT_MEASURED): Rate {
  if (!reachable) return UNREACHABLE
  return 'missing' in measured && measured.missing === 'unreachable' ? NOT_MEASURED : measured
}

const wasCut = (rate: Rate | undefined) =>
  rate !== undefined && 'missing' in rate && rate.missing === 'interrupted'

/**
 * Throws 422 where the phone at the house measured in vain: a Wifi without a way out is not one that works, and only
 * another network can have brought the check here. Staff say what they saw.
 */
function requireCarried({ actor }: Checker, { reachable, down, up }: Found) {
  if (!actor && reachable && wasCut(down) && wasCut(up)) throw nothingCarried()
}

/** Throws 429 where too many checks came with a house's key. */
async function requireRoom(db: Queryable, house: number) {
  await lockHouse(db, house)
  if ((await countByKey(db, house)) >= MOST_BY_KEY_AN_HOUR) throw tooOften(HOUR_S)
}

/**
 * Keeps what was found at a house; sent again it is answered as the first time. Throws 422 for an impossible moment or a
 * Wifi that carried nothing, 429 where too many came with the key.
 */
export async function recordCheck(
  { db, audit }: CheckDesk,
  checker: Checker,
  house: Pick<House, 'id' | 'communeCode'>,
  found: Found & { at?: string | undefined }
): Promise<Recorded> {
  const { actor, from } = checker
  requireCarried(checker, found)
  const { id: wish, reachable } = found
  const [down, up] = [rateOf(reachable, found.down), rateOf(reachable, found.up)]
  const at = momentOf(found.at)
  return inTransaction(db, async (client) => {
    const known = await findCheck(client, house.id, wish)
    if (known !== undefined) return { at: known, again: true }
    if (!actor) await requireRoom(client, house.id)
    const accountId = actor?.accountId ?? null
    const network = found.network || null
    const check = { house: house.id, wish, at, reachable, down, up, accountId, network }
    const kept = await keepCheck(client, check)
    if (kept === undefined) return { at: (await findCheck(client, house.id, wish)) ?? '', again: true }
    await audit(client, {
      actor,
      // Whoever stands at the house is told that neither name nor number is kept: nor is where he asks from.
      from: actor && from,
      action: 'wifi.check',
      subject: 'cultural_house',
      subjectId: house.id,
      communeCode: house.communeCode,
      after: { reachable, down, up }
    })
    return { at: kept, again: false }
  })
}

/** Makes a new key for a house's wall. */
export async function replaceKey(
  { db, audit }: CheckDesk,
  { actor, from }: Checker,
  house: Pick<House, 'id' | 'communeCode'>
): Promise<void> {
  await inTransaction(db, async (client) => {
    await renewKeyOf(client, house.id)
    await audit(client, {
      actor,
      from,
      action: 'wifi.renew_key',
      subject: 'cultural_house',
      subjectId: house.id,
      communeCode: house.communeCode
    })
  })
}

import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Queryable } from '../db/pool.ts'

// 128 bits: nobody guesses them, and the code on the sheet stays small.
const KEY_BYTES = 16

/** What the key of a house is made of; a new number makes a new key. */
const FIND = `
  select s.id, s.key_number as "number", k.key as secret
    from house_site s, installation_key k
   where s.id = any($1::bigint[]) and k.name = 'houses'`

/**
 * The keys in the addresses on houses' walls, by the house; of what is no house there is none. They are made of the
 * installation's own key, so that sheets can be printed again and a copy of the table of houses opens nothing.
 */
export async function keysOf(db: Queryable, houses: readonly number[]): Promise<Map<number, string>> {
  const { rows } = await db.query<{ id: number; number: number; secret: Buffer }>(FIND, [houses])
  return new Map(
    rows.map(({ id, number, secret }) => {
      const made = createHmac('sha256', secret).update(`${id}:${number}`).digest()
      return [id, made.subarray(0, KEY_BYTES).toString('base64url')]
    })
  )
}

/** The key in the address on a house's wall; undefined: there is no such house. */
export const keyOf = async (db: Queryable, house: number): Promise<string | undefined> =>
  (await keysOf(db, [house])).get(house)

/** Whether a key opens the check page of a house. */
export async function isKeyOf(db: Queryable, house: number, key: string): Promise<boolean> {
  const own = await keyOf(db, house)
  if (own === undefined) return false
  const [one, other] = [Buffer.from(own), Buffer.from(key)]
  return one.length === other.length && timingSafeEqual(one, other)
}

/** Makes a new key; every sheet printed before opens nothing any more. */
export async function renewKeyOf(db: Queryable, house: number): Promise<void> {
  await db.query('update house_site set key_number = key_number + 1 where id = $1', [house])
}

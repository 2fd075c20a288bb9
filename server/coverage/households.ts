import type { PartRow } from '../figures/by-part.ts'
import type { Ask } from '../figures/draft.ts'
import type { Ground, VillagePart } from '../figures/ground.ts'
import { MEMBERS, memberValues } from '../figures/members.ts'
import { visible } from '../figures/visible.ts'
import { fewestHouseholds } from '../figures/withholding.ts'

type Counted = Omit<PartRow, 'importId'> & { households: number }

const COUNTED = `
  with ${MEMBERS}
  select member.commune_code as "communeCode", member.village_code as "villageCode", sum(households) as households
    from member
    join premises on premises.origin_id = member.place_id
   where ${visible('premises')}
   group by 1, 2`

/** Of every part of the communes asked for, the households as far as withholding goes; null: not known, or none. */
export async function findHouseholds({ db, areas, moment }: Ask) {
  const { rows } = await db.query<Counted>(COUNTED, memberValues(areas, moment))
  const counted = new Map(
    rows.map(({ communeCode, villageCode, households }) => [`${communeCode} ${villageCode}`, households])
  )
  return ({ code }: Ground, village: VillagePart | null) =>
    fewestHouseholds(counted.get(`${code} ${village?.code ?? null}`) ?? null, village?.households ?? null)
}

import type { Pool } from 'pg'
import type { Actor, Audit } from '../accounts/contract.ts'
import type { Queryable } from '../db/pool.ts'
import { inTransaction } from '../db/transaction.ts'
import { HttpError } from '../http/errors.ts'
import { findOwner, findSite, findSlugs, putSlug } from './address-queries.ts'
import type { RelicAddress } from './staff-contract.ts'

const SLUG = /^(?=.{1,60}$)[a-z0-9]+(-[a-z0-9]+)*$/

const NONE = {
  vi: 'Không có di tích này trong xã của ông/bà. Hãy tải lại danh sách.',
  en: 'There is no such relic in your commune. Load the list again.'
}
const NO_SLUG = {
  vi: 'Địa chỉ chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối giữa các từ, nhiều nhất 60 ký tự. Ví dụ: den-thuong.',
  en: 'An address has lower case letters without marks, digits and hyphens between words, at most 60 characters. For example: den-thuong.'
}
// Pages of the program stand there; migration 0280 keeps names of relics clear of them.
const RESERVED = ['tuyen', 'doi-tuong']
const reserved = (slug: string) =>
  new HttpError(422, {
    vi: `Địa chỉ «${slug}» dành cho trang khác của chương trình. Hãy chọn địa chỉ khác, ví dụ: di-tich-${slug}.`,
    en: `The address “${slug}” is kept for another page of the program. Choose another, for example: di-tich-${slug}.`
  })
const taken = (slug: string, name: string) =>
  new HttpError(409, {
    vi: `Địa chỉ «${slug}» đang hoặc đã từng là của di tích «${name}». Hãy chọn địa chỉ khác.`,
    en: `The address “${slug}” is or was that of the relic “${name}”. Choose another one.`
  })

interface Desk {
  db: Pool
  audit: Audit<Queryable>
}

const isHis = ({ communeCode }: Actor, site: { communeCode: string | null }) =>
  communeCode === null || site.communeCode === communeCode

async function addressOf(db: Queryable, siteId: number): Promise<RelicAddress> {
  const [slug = '', ...earlier] = await findSlugs(db, siteId)
  return { slug, earlier }
}

/** The addresses of the relic that has or had this one. Throws 404. */
export async function readAddress(db: Queryable, actor: Actor, slug: string): Promise<RelicAddress> {
  const site = await findOwner(db, slug)
  if (!site || !isHis(actor, site)) throw new HttpError(404, NONE)
  return addressOf(db, site.id)
}

/**
 * Gives the relic of an address (an earlier one will do) a new one; its own earlier ones may be taken again. The one that it
 * has changes nothing. Throws 404, 409 (another relic's, also one that it had before) and 422.
 */
export async function changeAddress(
  { db, audit }: Desk,
  { actor, from }: { actor: Actor; from: string },
  old: string,
  slug: string
): Promise<RelicAddress> {
  if (!SLUG.test(slug)) throw new HttpError(422, NO_SLUG)
  if (RESERVED.includes(slug)) throw reserved(slug)
  return inTransaction(db, async (client) => {
    const site = await findSite(client, old)
    if (!site || !isHis(actor, site)) throw new HttpError(404, NONE)
    const before = await addressOf(client, site.id)
    if (before.slug === slug) return before
    await putSlug(client, site.id, slug)
    const owner = await findOwner(client, slug)
    if (owner && owner.id !== site.id) throw taken(slug, owner.name)
    const { communeCode } = site
    const what = {
      subject: 'relics',
      subjectId: site.id,
      communeCode,
      before: { slug: before.slug },
      after: { slug }
    }
    const address = await addressOf(client, site.id)
    await audit(client, { actor, from, action: 'relic.address', ...what })
    return address
  })
}

import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { withoutEmpty } from './form-query.ts'

/** The language of a page, where its address says it. */
const Lang = z.enum(['vi', 'en']).optional()

/** The query of a page for people. What others append to an address that is shared (fbclid, utm_source) is left alone. */
export const pageQuery = <S extends z.ZodRawShape>(shape: S) =>
  z.preprocess(withoutEmpty, z.object({ ...shape, lang: Lang }))

/** Of a page that is asked for nothing but its language. */
export const PageQuery = pageQuery({})

/** The texts of a page's address as the reader wrote them: those that the page knows and that are not empty. */
export const asWritten = ({ url, query }: FastifyRequest): Record<string, string> =>
  Object.fromEntries(
    [...new URL(url, 'http://localhost').searchParams].filter(
      ([name, value]) => value !== '' && Object.hasOwn(query as object, name)
    )
  )

import type { FastifyReply, FastifyRequest } from 'fastify'
import { HttpError } from '../../http/errors.ts'
import { preferredLanguage, type Bilingual } from '../../http/language.ts'
import { xmlOf } from './xml.ts'

export const FORMATS = ['text/xml', 'application/json'] as const

/** The path without its format. Throws 404 for a format that there is not. */
export function withoutFormat(file: string): string {
  const [, name = file, format] = /^(.*)\.([^.]*)$/.exec(file) ?? []
  if (format === undefined || format === 'xml' || format === 'json') return name
  throw new HttpError(404, {
    vi: `Không có dạng «${format.slice(0, 20)}»; chỉ có .xml và .json.`,
    en: `There is no format “${format.slice(0, 20)}”; there are .xml and .json.`
  })
}

const wantsJson = ({ url }: FastifyRequest) => (url.split('?', 1)[0] ?? '').endsWith('.json')

/** The language that the caller likes. */
export const languageOf = ({ headers }: FastifyRequest) => preferredLanguage(headers['accept-language'])

/** Sends a value in the format of the path: as JSON, or as XML with a root element of that name. */
export function send(request: FastifyRequest, reply: FastifyReply, root: string, value: unknown) {
  void reply.header('content-language', languageOf(request)).header('vary', 'accept-language')
  if (wantsJson(request))
    return reply.type('application/json; charset=utf-8').serializer(String).send(JSON.stringify(value))
  return reply.type('text/xml; charset=utf-8').serializer(String).send(xmlOf(root, value))
}

/** Sends an error in the standard's form. The standard knows no 422: what it cannot use is 400. */
export function sendError(request: FastifyRequest, reply: FastifyReply, status: number, detail: Bilingual) {
  const code = status === 422 || status === 409 ? 400 : status
  void reply.code(code).header('cache-control', 'no-store').removeHeader('etag')
  return send(request, reply, 'errors', [{ code, description: detail[languageOf(request)] }])
}

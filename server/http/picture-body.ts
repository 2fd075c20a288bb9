import type { FastifyInstance, FastifyRequest } from 'fastify'
import { HttpError } from './errors.ts'

const MEGABYTE = 1024 * 1024

const NO_PICTURE = {
  vi: 'Tệp này không phải ảnh nhận được. Hãy chọn ảnh JPEG, PNG, WebP hoặc AVIF.',
  en: 'This file is no picture that is taken. Choose a JPEG, PNG, WebP or AVIF picture.'
}
const tooLarge = (megabytes: number) => ({
  vi: `Ảnh lớn quá ${megabytes} MB. Hãy thu nhỏ ảnh rồi gửi lại.`,
  en: `The picture is larger than ${megabytes} MB. Make it smaller and send it again.`
})

/** Lets the routes of a plugin take bytes (`application/octet-stream`), at most so many. */
export function acceptBytes(app: FastifyInstance, most: number) {
  const bytes = { parseAs: 'buffer', bodyLimit: most } as const
  app.addContentTypeParser('application/octet-stream', bytes, (_request, body, done) => done(null, body))
}

/** What a route of a picture's bytes is declared with: larger ones are refused (413) before they are read. */
export const pictureBody = (most: number) => ({
  bodyLimit: most,
  preParsing: async ({ headers }: Pick<FastifyRequest, 'headers'>) => {
    if (Number(headers['content-length'] ?? 0) > most) throw new HttpError(413, tooLarge(most / MEGABYTE))
  }
})

/** What takes pictures in; it judges them by their bytes. */
interface PictureTaker {
  take: (
    bytes: Uint8Array,
    only: 'image'
  ) => Promise<{ sha256: string; width: number | null; height: number | null }>
}

/** Takes in the picture that came; its hash and pixels. Throws 415 where none did, and what the taker throws. */
export async function takePicture(taker: PictureTaker, { body }: Pick<FastifyRequest, 'body'>) {
  if (!(body instanceof Buffer) || body.length === 0) throw new HttpError(415, NO_PICTURE)
  const { sha256, width, height } = await taker.take(body, 'image')
  if (width === null || height === null) throw new HttpError(415, NO_PICTURE)
  return { sha256, width, height }
}

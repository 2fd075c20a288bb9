import type { z } from 'zod'
import type { ExhibitKind } from '../../server/media/contract.ts'
import type { sendRelicExhibit } from '../../server/relics/exhibit-contract.ts'
import type { sendRelicImage } from '../../server/relics/image-contract.ts'
import { addressOf, bodyOf, isProblem, RequestError } from '../http/get-json.ts'
import type { Locale } from '../i18n/i18n.svelte.ts'

/** Where a file of a relic is handed in. */
export type FilePath = typeof sendRelicImage.path | `/api/staff/relics/:slug/exhibit-files/${ExhibitKind}`

type Sent = z.output<typeof sendRelicExhibit.reply>

interface Sending {
  path: FilePath
  slug: string
  file: Blob
  locale: Locale
  /** Share of the bytes that have gone, 0 to 1. */
  onprogress: (share: number) => void
}

function answerOf({ status, responseText }: XMLHttpRequest): Sent {
  const answer = bodyOf(responseText, status)
  if (status === 201) return answer as Sent // the server serialises by this schema
  if (isProblem(answer)) throw new RequestError('refused', status, answer.detail)
  throw new RequestError('unreadable', status)
}

/** Hands in the bytes of a file, with its progress, which fetch does not tell; answers their hash. Throws RequestError. */
export function sendFile({ path, slug, file, locale, onprogress }: Sending): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', addressOf(path, { slug }, {}))
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.setRequestHeader('accept-language', locale)
    request.upload.onprogress = ({ loaded, total }) => onprogress(total > 0 ? loaded / total : 0)
    request.onerror = () => reject(new RequestError(navigator.onLine ? 'unreachable' : 'offline'))
    request.onload = () => {
      try {
        resolve(answerOf(request).sha256)
      } catch (error) {
        reject(error)
      }
    }
    request.send(file)
  })
}

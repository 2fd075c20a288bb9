import { createPrivateKey, X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Bilingual } from './language.ts'

const complaintOf = <T>(read: () => T): T | Error => {
  try {
    return read()
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}

/** What is wrong with a certificate's and its key's PEM files, a line per variable; empty: HTTPS can be served. */
export function certificateComplaints(certFile: string, keyFile: string): Bilingual[] {
  const cert = complaintOf(() => new X509Certificate(readFileSync(certFile)))
  const key = complaintOf(() => createPrivateKey(readFileSync(keyFile)))
  const complaints: Bilingual[] = []
  const complain = (of: string, vi: string, en: string) =>
    complaints.push({ vi: `${of}: ${vi}`, en: `${of}: ${en}` })
  const [ofCert, ofKey] = [`TLS_CERT = «${certFile}»`, `TLS_KEY = «${keyFile}»`]
  if (cert instanceof Error)
    complain(
      ofCert,
      `không phải chứng thư PEM đọc được (${cert.message})`,
      `is no readable PEM certificate (${cert.message})`
    )
  if (key instanceof Error)
    complain(
      ofKey,
      `không phải khóa riêng PEM không mật khẩu (${key.message})`,
      `is no PEM private key without a password (${key.message})`
    )
  if (!(cert instanceof Error) && !(key instanceof Error) && !cert.checkPrivateKey(key))
    complain(
      ofKey,
      'không phải khóa của chứng thư ở TLS_CERT',
      'is not the key of the certificate in TLS_CERT'
    )
  return complaints
}

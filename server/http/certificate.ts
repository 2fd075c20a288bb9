import { createPrivateKey, X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'

const complaintOf = <T>(read: () => T): T | Error => {
  try {
    return read()
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}

/** What is wrong with a certificate's and its key's PEM files, a line per variable; empty: HTTPS can be served. */
export function certificateComplaints(certFile: string, keyFile: string): string[] {
  const cert = complaintOf(() => new X509Certificate(readFileSync(certFile)))
  const key = complaintOf(() => createPrivateKey(readFileSync(keyFile)))
  const complaints: string[] = []
  if (cert instanceof Error)
    complaints.push(`TLS_CERT = «${certFile}»: không phải chứng thư PEM đọc được (${cert.message})`)
  if (key instanceof Error)
    complaints.push(`TLS_KEY = «${keyFile}»: không phải khóa riêng PEM không mật khẩu (${key.message})`)
  if (!(cert instanceof Error) && !(key instanceof Error) && !cert.checkPrivateKey(key))
    complaints.push(`TLS_KEY = «${keyFile}»: không phải khóa của chứng thư ở TLS_CERT`)
  return complaints
}

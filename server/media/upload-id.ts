import { randomBytes } from 'node:crypto'
import type { Sha256 } from './contract.ts'

// An upload's name: its report, the beginning of its hash, 128 random bits. Nobody can guess it, and which uploads a
// report has open can be told from the names alone, after a restart too.

const ID = /^[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{32}$/

/** Whether a text may be the name of an upload; nothing else ever becomes part of a path. */
export const isUploadId = (text: string) => ID.test(text)

/** What the names of a report's uploads begin with. */
export const reportPrefix = (reportId: string) => `${reportId.replaceAll('-', '').toLowerCase()}-`

/** What the names of all uploads of one file of a report begin with. */
export const filePrefix = (reportId: string, sha256: Sha256) =>
  `${reportPrefix(reportId)}${sha256.slice(0, 16)}-`

/** A name that nobody had before. */
export const newUploadId = (reportId: string, sha256: Sha256) =>
  `${filePrefix(reportId, sha256)}${randomBytes(16).toString('hex')}`

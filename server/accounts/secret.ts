import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits that open something, fit for a cookie or an address. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

/** What is kept of a secret: its SHA-256. Secrets are random, so nothing slower is needed. */
export const hashSecret = (secret: string): Buffer => createHash('sha256').update(secret).digest()

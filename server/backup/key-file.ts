import { readFile } from 'node:fs/promises'
import type { ReadableStream } from 'node:stream/web'
import { Readable } from 'node:stream'
import { Decrypter, Encrypter, identityToRecipient } from 'age-encryption'
import { Unusable } from '../unusable.ts'

/** Shorter ones are guessed from a stolen file. */
const LEAST_PASSPHRASE = 12
const IDENTITY = /^AGE-SECRET-KEY-/
const RECIPIENT = /^age1/

/** What a key file holds: public keys lock only, secret keys and a passphrase lock and open. */
export interface BackupKey {
  recipients: string[]
  identities: string[]
  passphrase: string | null
}

const bad = (file: string, vi: string, en: string, cause?: unknown) =>
  new Unusable(
    { vi: `Tệp khóa ${file} không dùng được: ${vi}`, en: `The key file ${file} cannot be used: ${en}` },
    { cause }
  )

async function textOf(file: string) {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    throw bad(file, 'không có tệp hoặc không có quyền đọc.', 'it is not there or may not be read.', error)
  }
}

function passphraseIn(file: string, lines: string[]) {
  const [passphrase = '', ...more] = lines
  if (more.length === 0 && passphrase.length >= LEAST_PASSPHRASE) return passphrase
  throw bad(
    file,
    `cần khóa của age (age1… hoặc AGE-SECRET-KEY-…, mỗi dòng một khóa), hoặc một dòng mật khẩu ít nhất ${LEAST_PASSPHRASE} ký tự.`,
    `it must hold keys of age (age1… or AGE-SECRET-KEY-…, one a line), or one line with a passphrase of at least ${LEAST_PASSPHRASE} characters.`
  )
}

/** Reads a key file: keys as `age-keygen` writes them, or a passphrase on one line. Throws `Unusable`. */
export async function readKeyFile(file: string): Promise<BackupKey> {
  const lines = (await textOf(file))
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
  const identities = lines.filter((line) => IDENTITY.test(line))
  const given = lines.filter((line) => RECIPIENT.test(line))
  if (identities.length + given.length === 0)
    return { recipients: [], identities: [], passphrase: passphraseIn(file, lines) }
  try {
    const own = await Promise.all(identities.map((identity) => identityToRecipient(identity)))
    const key = { recipients: [...given, ...own], identities, passphrase: null }
    await encrypterOf(key).encrypt('')
    return key
  } catch (error) {
    throw bad(file, 'khóa của age bị sai hoặc chép thiếu.', 'a key of age is wrong or incomplete.', error)
  }
}

/** Whether what the key locks can be opened by it again. */
export const opens = ({ identities, passphrase }: BackupKey) => identities.length > 0 || passphrase !== null

function encrypterOf({ recipients, passphrase }: BackupKey) {
  const encrypter = new Encrypter()
  if (passphrase !== null) encrypter.setPassphrase(passphrase)
  else for (const recipient of recipients) encrypter.addRecipient(recipient)
  return encrypter
}

function decrypterOf({ identities, passphrase }: BackupKey) {
  const decrypter = new Decrypter()
  if (passphrase !== null) decrypter.addPassphrase(passphrase)
  for (const identity of identities) decrypter.addIdentity(identity)
  return decrypter
}

// The same stream; Node's type and the browser's, which the library names, do not know each other.
const toWeb = (source: AsyncIterable<Uint8Array>) =>
  Readable.toWeb(Readable.from(source)) as unknown as globalThis.ReadableStream<Uint8Array>
const fromWeb = (stream: globalThis.ReadableStream<Uint8Array>) =>
  stream as unknown as ReadableStream<Uint8Array>

/** Locks a stream of bytes (age, RFC-like format v1). */
export const locking = (key: BackupKey) =>
  async function* (source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    yield* fromWeb(await encrypterOf(key).encrypt(toWeb(source)))
  }

/** Opens a stream of bytes; `wrongKey` makes the error for a key that does not fit. */
export const unlocking = (key: BackupKey, wrongKey: (cause: unknown) => Error) =>
  async function* (source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    const opened = await decrypterOf(key)
      .decrypt(toWeb(source))
      .catch((error: unknown) => {
        throw wrongKey(error)
      })
    yield* fromWeb(opened)
  }

import { statfs } from 'node:fs/promises'
import { isDiskFull } from '../db/disk-full.ts'
import { noSpace } from './problems.ts'

/** A full disk as what the phone is told: nothing half done is left, it may try again later. */
export async function withSpace<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw isDiskFull(error) ? noSpace() : error
  }
}

/** What an ordinary user may still write to the disk of a folder. */
export async function freeBytes(folder: string) {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

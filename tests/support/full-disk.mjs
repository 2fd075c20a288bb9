// Loaded into a program with NODE_OPTIONS=--import: writes to files whose path matches FULL_DISK (a regular expression)
// fail as on a full disk, while the file that FULL_DISK_SWITCH names exists. Any user may do this on any machine; tests
// with a truly full disk need the right to mount one.
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

const pattern = new RegExp(process.env.FULL_DISK ?? '$^')
const isFull = (fd) =>
  fs.existsSync(process.env.FULL_DISK_SWITCH ?? '') && pattern.test(fs.readlinkSync(`/proc/self/fd/${fd}`))
const failure = () =>
  Object.assign(new Error('ENOSPC: no space left on device, write'), {
    code: 'ENOSPC',
    errno: -28,
    syscall: 'write'
  })

for (const name of ['writeSync', 'writevSync']) {
  const original = fs[name]
  fs[name] = (fd, ...rest) => {
    if (isFull(fd)) throw failure()
    return original(fd, ...rest)
  }
}
for (const name of ['write', 'writev']) {
  const original = fs[name]
  fs[name] = (fd, ...rest) => {
    if (isFull(fd)) return process.nextTick(rest.at(-1), failure())
    return original(fd, ...rest)
  }
}
syncBuiltinESMExports()

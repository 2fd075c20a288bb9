import { afterAll, beforeAll, expect, test } from 'vitest'
import { startCommands, type Commands } from '../support/import-command.ts'

let commands: Commands

beforeAll(async () => {
  commands = await startCommands()
})
afterAll(() => commands.stop())

test('npm run account -- api-key makes a key that opens Open311, once per system', async () => {
  const run = (...args: string[]) => commands.run('server/account.ts', ['api-key', ...args])
  const made = await run('--system', 'Cổng tỉnh', '--json')
  const again = await run('--system', 'Cổng tỉnh')
  const nameless = await run()
  const { key } = JSON.parse(made.stdout) as { key: string }
  const answer = await fetch(`${commands.url}/open311/v2/requests.json`, {
    method: 'POST',
    body: new URLSearchParams({ api_key: key, service_code: 'illegal_dump' })
  })

  expect([made.code, again.code, nameless.code]).toEqual([0, 1, 2])
  expect(again.stderr).toContain('đã có khóa')
  // The key is known; what is missing is the place.
  expect(answer.status).toBe(400)
  expect(await answer.text()).toContain('lat và long')
})

test('npm run account -- api-key lists the keys and ends one at once', async () => {
  const run = (...args: string[]) => commands.run('server/account.ts', ['api-key', ...args])
  const made = await run('create', '--system', 'Sở Xây dựng')
  const post = async () => {
    const body = new URLSearchParams({ api_key: made.stdout.trim(), service_code: 'illegal_dump' })
    return (await fetch(`${commands.url}/open311/v2/requests.json`, { method: 'POST', body })).status
  }
  expect(await post()).toBe(400)
  const list = await run('list')
  const ended = await run('end', '--system', 'Sở Xây dựng')
  const again = await run('end', '--system', 'Sở Xây dựng')
  const odd = await run('stop', '--system', 'Sở Xây dựng')

  expect(list.stdout).toMatch(/Sở Xây dựng\tall\t\S+\tactive/)
  expect(list.stdout).not.toContain(made.stdout.trim())
  expect([ended.code, again.code, odd.code]).toEqual([0, 1, 2])
  expect(again.stderr).toContain('không có khóa nào đang dùng')
  expect(odd.stderr).toContain('create, list, end')
  expect(await post()).toBe(403)
  expect((await run('create', '--system', 'Sở Xây dựng')).code).toBe(0)
})

import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { chromium, type BrowserContextOptions } from 'playwright-core'

const PROGRAMS = ['chromium', 'chromium-browser', 'google-chrome']
/** Draws WebGL2 without a graphics card, also as root; the rest of a page is painted without WebGL, which is cheaper. */
const FLAGS = [
  '--no-sandbox',
  '--use-gl=angle',
  '--use-angle=swiftshader-webgl',
  '--enable-unsafe-swiftshader'
]

function findChromium() {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const programs = PROGRAMS.flatMap((program) => folders.map((folder) => join(folder, program)))
  const found = programs.find((program) => existsSync(program))
  if (!found) throw new Error('Chromium is missing: sudo apt-get install -y chromium')
  return found
}

/** Debian's Chromium with a home of its own. `flags` come after the usual ones (`--disable-webgl` and the like). */
export async function launchBrowser({ flags = [] }: { flags?: string[] } = {}) {
  const home = mkdtempSync(join(tmpdir(), 'diaban-browser-'))
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: [...FLAGS, ...flags],
    env: { PATH: process.env.PATH ?? '', HOME: home, TMPDIR: tmpdir(), LANG: 'C.UTF-8' }
  })
  return {
    browser,
    /** A page in a context of its own, with the errors that it met and the other hosts that it asked. */
    async openPage(options: BrowserContextOptions = {}) {
      const context = await browser.newContext({
        locale: 'vi-VN',
        timezoneId: 'Asia/Ho_Chi_Minh',
        ...options
      })
      // A machine without a graphics card that runs other tests beside this one draws slowly.
      context.setDefaultTimeout(60_000)
      const page = await context.newPage()
      const errors: string[] = []
      const hosts = new Set<string>()
      page.on('pageerror', (error) => errors.push(error.message))
      page.on('console', (message) => {
        if (message.type() === 'error') errors.push(message.text())
      })
      page.on('request', (request) => {
        const { protocol, host } = new URL(request.url())
        if (protocol.startsWith('http')) hosts.add(host)
      })
      return { page, context, errors, hosts }
    },
    async close() {
      await browser.close()
      rmSync(home, { recursive: true, force: true })
    }
  }
}

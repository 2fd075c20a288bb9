import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectRoot } from '../../server/root.ts'

// The page's own element fills the window: what stands after it is seen by nobody.
test.each(['index', 'phan-anh', 'can-bo'])(
  'without JavaScript %s.html says first that it needs it',
  async (name) => {
    const page = await readFile(join(projectRoot, `web/${name}.html`), 'utf8')
    const notice = page.indexOf('<noscript>')
    expect(notice).toBeGreaterThan(0)
    expect(notice).toBeLessThan(page.indexOf('id="app"'))
    expect(page).toMatch(/cần JavaScript[^]*lang="en"[^]*needs JavaScript/)
  }
)

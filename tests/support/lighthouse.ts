import lighthouse from 'lighthouse'
import { launchBrowser } from './browser.ts'
import { freePort } from './free-port.ts'

type Category = 'accessibility' | 'best-practices' | 'seo' | 'performance'

/** Scores of 0 to 100, and what each category finds wanting. */
export interface Judged {
  scores: Partial<Record<Category, number>>
  wanting: string[]
}

/** A browser that Lighthouse drives, with its mobile settings. */
export async function openLighthouse() {
  const port = await freePort()
  const browser = await launchBrowser({ flags: [`--remote-debugging-port=${port}`] })
  return {
    /** Judges a page by some categories. */
    async judge(url: string, categories: readonly Category[]): Promise<Judged> {
      const result = await lighthouse(url, {
        port,
        output: 'json',
        logLevel: 'error',
        onlyCategories: [...categories]
      })
      if (!result) throw new Error(`Lighthouse judged nothing of ${url}`)
      const { categories: judged, audits, runtimeError } = result.lhr
      if (runtimeError) throw new Error(`${url}: ${runtimeError.message}`)
      const scores = categories.map((name) => [name, Math.round((judged[name]?.score ?? 0) * 100)])
      const weighed = Object.values(judged).flatMap(({ auditRefs }) =>
        auditRefs.filter(({ weight }) => weight > 0)
      )
      const wanting = weighed.flatMap(({ id }) => {
        const { score = null, title = id } = audits[id] ?? {}
        return score !== null && score < 1 ? [`${id}: ${title}`] : []
      })
      return { scores: Object.fromEntries(scores) as Judged['scores'], wanting }
    },
    close: () => browser.close()
  }
}

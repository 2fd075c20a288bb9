import type { Page } from 'playwright-core'

/** What nobody should see on a finished screen: what sticks out at a side, words without their values. */
export function screenFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = []
    const root = document.documentElement
    if (root.scrollWidth > innerWidth)
      faults.push(`the page scrolls sideways: ${root.scrollWidth} > ${innerWidth}`)

    const scrollsSideways = (element: Element) => /auto|scroll/.test(getComputedStyle(element).overflowX)
    const isElsewhere = (element: Element) =>
      element.closest('.maplibregl-map, .visually-hidden, svg, select, details:not([open])') !== null
    for (const element of document.querySelectorAll('body *')) {
      const { left, right, width, height } = element.getBoundingClientRect()
      if (width < 2 || height < 2 || (left >= -1 && right <= innerWidth + 1) || isElsewhere(element)) continue
      let parent = element.parentElement
      while (parent && !scrollsSideways(parent)) parent = parent.parentElement
      if (parent && parent.getBoundingClientRect().right <= innerWidth + 1) continue
      const { className, textContent } = element
      faults.push(
        `sticks out: ${element.tagName}.${className} ${left}–${right} "${textContent?.trim().slice(0, 40)}"`
      )
    }

    // A column that scrolls down and sideways too hides the end of its lines; a wide table may.
    for (const element of document.querySelectorAll('main, main *'))
      if (
        scrollsSideways(element) &&
        !isElsewhere(element) &&
        !element.querySelector('table') &&
        element.scrollWidth > element.clientWidth + 1
      )
        faults.push(
          `cut off: ${element.tagName}.${element.className} ${element.scrollWidth} > ${element.clientWidth}`
        )

    const words = document.body.innerText
    const broken = /\{\w+[^}]*\}|\bundefined\b|\bNaN\b|\[object \w+\]|Invalid Date/.exec(words)
    if (broken) faults.push(`not a text: ${broken[0]}`)
    if (!document.title.trim()) faults.push('no title')
    if (!document.querySelector('h1')?.textContent?.trim()) faults.push('no heading')
    return faults
  })
}

import { readFile, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { FastifyPluginAsync } from 'fastify'

const WEIGHTS = [400, 600] as const
const ALPHABETS = {
  vietnamese:
    'U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303-0304,U+0308-0309,U+0323,U+0329,U+1EA0-1EF9,U+20AB',
  latin:
    'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD'
} as const

const FONTS = Object.entries(ALPHABETS).flatMap(([alphabet, range]) =>
  WEIGHTS.map((weight) => ({ file: `be-vietnam-pro-${alphabet}-${weight}-normal.woff2`, weight, range }))
)

/** The faces of Be Vietnam Pro for pages without script: the text stands at once, the letters follow. */
export const FONT_FACES = FONTS.map(
  ({ file, weight, range }) =>
    `@font-face{font-family:"Be Vietnam Pro";font-weight:${weight};font-display:swap;src:url(/fonts/${file}) format("woff2");unicode-range:${range}}`
).join('\n')

const { resolve } = createRequire(import.meta.url)

/** What each weighs, by its path. */
export const fontBytes = async () =>
  new Map(
    await Promise.all(
      FONTS.map(async ({ file }) => {
        const { size } = await stat(resolve(`@fontsource/be-vietnam-pro/files/${file}`))
        return [`/fonts/${file}`, size] as const
      })
    )
  )

/** The files of `FONT_FACES`, served by ourselves; a day in caches, since their names stay when the package changes. */
export const fontRoutes: FastifyPluginAsync = async (app) => {
  for (const { file } of FONTS) {
    const content = await readFile(resolve(`@fontsource/be-vietnam-pro/files/${file}`))
    app.get(`/fonts/${file}`, (_, reply) =>
      reply.header('cache-control', 'public, max-age=86400').type('font/woff2').send(content)
    )
  }
}

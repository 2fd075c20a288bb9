/** The two languages of the interface; Vietnamese first. */
export type Language = 'vi' | 'en'

/** One sentence in both languages. */
export type Bilingual = Record<Language, string>

/** Whether a text names one of the two. */
export const isLanguage = (text: unknown): text is Language => text === 'vi' || text === 'en'

function parseRange(range: string) {
  const [tag = '', ...parameters] = range.trim().toLowerCase().split(';')
  const q = parameters.find((parameter) => parameter.trim().startsWith('q='))
  return { language: tag.split('-')[0], quality: q ? Number(q.trim().slice(2)) : 1 }
}

/** The language of an `Accept-Language` header: English where it is wanted more than Vietnamese, else Vietnamese. */
export function preferredLanguage(acceptLanguage: string | undefined): Language {
  const ranges = (acceptLanguage ?? '').split(',').map(parseRange)
  const qualityOf = (language: Language) => ranges.find((range) => range.language === language)?.quality ?? 0
  return qualityOf('en') > qualityOf('vi') ? 'en' : 'vi'
}

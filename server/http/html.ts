/** Text that is HTML already. */
export class Html {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

type Part = Html | string | number | readonly Part[]

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;'
}

const escape = (text: string) => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character)

function render(part: Part): string {
  if (part instanceof Html) return part.text
  return typeof part === 'object' ? part.map(render).join('') : escape(String(part))
}

/** A template of HTML: whatever is put in is escaped, unless it is `Html` itself; lists follow one another. */
export function html(parts: TemplateStringsArray, ...values: Part[]): Html {
  return new Html(
    parts.map((part, index) => (index === 0 ? part : render(values[index - 1] ?? '') + part)).join('')
  )
}

import type { listCategories, ReportCategory } from '../../../server/reports/contract.ts'
import type {
  addTemplate,
  changeTemplate,
  endTemplate,
  listTemplates,
  Template
} from '../../../server/reports/settings-contract.ts'
import type { Client } from '../../http/client.ts'
import { Resource } from '../../http/resource.svelte.ts'
import type { Read } from './editing.svelte.ts'

/** What an administrator fills in of a template; category '' is every one. */
export type TemplateDraft = { title: string; text: string; category: string }

/** A template as its form has it. */
export const readTemplate = ({ title, text, category, version }: Template): Read<TemplateDraft> => ({
  version,
  fields: { title, text, category: category ?? '' }
})

const PATH = '/api/staff/templates'
const written = ({ title, text, category }: TemplateDraft) => ({ title, text, category: category || null })

/** The templates for answers, and the categories that they can be for. */
export class TemplateAdmin {
  readonly templates = new Resource<Template[]>()
  readonly categories = new Resource<ReportCategory[]>()
  readonly #client: Client

  constructor(client: Client) {
    this.#client = client
  }

  load() {
    const ends = [
      this.templates.load(
        async (signal) => (await this.#client.get<typeof listTemplates>(PATH, {}, { signal })).templates
      ),
      this.categories.load(async (signal) => {
        const [path, query] = ['/api/report-categories', { all: 'true' }] as const
        return (await this.#client.get<typeof listCategories>(path, query, { signal })).categories
      })
    ]
    return () => ends.forEach((end) => end())
  }

  /** commune '': of every one. */
  async add(draft: TemplateDraft, commune: string) {
    const body = { ...written(draft), ...(commune ? { commune } : {}) }
    this.put(await this.#client.send<typeof addTemplate>(PATH, { method: 'POST', body }))
  }

  /** Throws OutdatedError where somebody was quicker. */
  async change(id: number, version: number, draft: TemplateDraft) {
    const sending = { method: 'PUT', params: { id }, body: written(draft), version } as const
    this.put(await this.#client.send<typeof changeTemplate>(`${PATH}/:id`, sending))
  }

  async end(id: number) {
    await this.#client.send<typeof endTemplate>(`${PATH}/:id`, { method: 'DELETE', params: { id } })
    this.templates.value = this.templates.value?.filter((one) => one.id !== id)
  }

  /** Takes a template as it is now. */
  put(template: Template) {
    const others = (this.templates.value ?? []).filter(({ id }) => id !== template.id)
    this.templates.value = [...others, template].sort((a, b) => a.title.localeCompare(b.title, 'vi'))
  }
}

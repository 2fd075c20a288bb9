import type {
  addCategory,
  CategorySetting,
  changeCategory,
  listCategorySettings,
  moveCategory
} from '../../../server/reports/category-contract.ts'
import type { Client } from '../../http/client.ts'
import { Resource } from '../../http/resource.svelte.ts'
import { type CategoryDraft, writtenCategory } from './category-draft.ts'

const PATH = '/api/staff/report-categories'

/** The categories of reports as an administrator sets them, in the order in which they are offered. */
export class CategoryAdmin {
  readonly categories = new Resource<CategorySetting[]>()
  readonly #client: Client

  constructor(client: Client) {
    this.#client = client
  }

  load() {
    return this.categories.load(
      async (signal) => (await this.#client.get<typeof listCategorySettings>(PATH, {}, { signal })).categories
    )
  }

  async add(draft: CategoryDraft) {
    const sending = { method: 'POST', body: writtenCategory(draft) } as const
    this.put(await this.#client.send<typeof addCategory>(PATH, sending))
  }

  /** Throws OutdatedError where somebody was quicker. */
  async change(code: string, version: number, draft: CategoryDraft) {
    const body = { ...writtenCategory(draft), inUse: draft.inUse }
    const sending = { method: 'PUT', params: { code }, body, version } as const
    this.put(await this.#client.send<typeof changeCategory>(`${PATH}/:code`, sending))
  }

  /** Puts one just before another; null: behind all. */
  async move(code: string, before: string | null) {
    const sending = { method: 'POST', params: { code }, body: { before } } as const
    const answer = await this.#client.send<typeof moveCategory>(`${PATH}/:code/move`, sending)
    this.categories.value = answer.categories
  }

  /** Takes a category as it is now. */
  put(category: CategorySetting) {
    const all = this.categories.value ?? []
    const isNew = all.every(({ code }) => code !== category.code)
    this.categories.value = isNew
      ? [...all, category]
      : all.map((one) => (one.code === category.code ? category : one))
  }
}

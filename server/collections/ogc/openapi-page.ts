import type { Language } from '../../http/language.ts'
import { html, type Html } from '../../http/html.ts'
import type { OpenApi } from './openapi.ts'
import type { ApiParameter, Operation } from './openapi-operations.ts'
import { TEXTS } from './texts.ts'

function resolve(document: OpenApi, parameter: Operation['parameters'][number]): ApiParameter | undefined {
  if (!('$ref' in parameter)) return parameter
  return document.components.parameters[parameter.$ref.split('/').at(-1) ?? '']
}

function parameterItem(parameter: ApiParameter | undefined): Html {
  return parameter ? html`<li><code>${parameter.name}</code> ${parameter.description}</li> ` : html``
}

function operationSection(document: OpenApi, path: string, { summary, parameters }: Operation): Html {
  const items = parameters.map((parameter) => parameterItem(resolve(document, parameter)))
  return html`<section>
    <h2><code>GET ${path}</code></h2>
    <p>${summary}</p>
    <ul>
      ${items}
    </ul>
  </section> `
}

/** The API's description as a page: each path with what it takes. */
export function apiPage(document: OpenApi, language: Language): Html {
  const sections = Object.entries(document.paths).map(([path, { get }]) =>
    operationSection(document, path, get)
  )
  return html`<p>${TEXTS.description[language]} <a href="?f=json">OpenAPI 3.0</a></p>
    ${sections}`
}

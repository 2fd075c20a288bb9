// Who may import whom: the table of ARCHITECTURE.md, checked by `npm run check`.
const THEMES = 'areas|basemap|coverage|places|plans|relics|reports|media|accounts|editing|quality|importing'
const TEST = '\\.test\\.ts$'

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      comment: 'Two files that need each other are one file, or miss a third.',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }
    },
    {
      name: 'contract-is-plain',
      severity: 'error',
      comment: 'A contract is read by the web: zod and other contracts only.',
      from: { path: '^server/.*contract\\.ts$' },
      to: { pathNot: ['node_modules/zod/', '^server/.*contract\\.ts$'] }
    },
    {
      name: 'queries-know-no-http',
      severity: 'error',
      comment: 'Queries know the database, their contract and pure rules.',
      from: { path: '^server/.*/(queries|[a-z-]+-(sql|queries))\\.ts$' },
      to: { path: ['node_modules/fastify', '/routes\\.ts$', '^server/http/errors\\.ts$'] }
    },
    {
      name: 'themes-keep-apart-on-the-server',
      severity: 'error',
      comment: 'Another theme is known by its contract only.',
      from: { path: `^server/(${THEMES})/`, pathNot: TEST },
      to: { path: `^server/(${THEMES})/`, pathNot: ['^server/$1/', '/contract\\.ts$'] }
    },
    {
      name: 'shared-server-folders-know-no-theme',
      severity: 'error',
      comment: 'db, http, geo, collections, figures and bagit work for every theme.',
      from: { path: '^server/(db|http|geo|collections|figures|bagit)/', pathNot: TEST },
      to: { path: `^server/(${THEMES})/` }
    },
    {
      name: 'server-knows-neither-web-nor-tests',
      severity: 'error',
      from: { path: '^server/', pathNot: TEST },
      to: { path: '^(web|tests)/' }
    },
    {
      name: 'shared-web-folders-know-no-theme',
      severity: 'error',
      comment: 'map, ui, http, url, i18n and pictures work for every theme.',
      from: { path: '^web/(map|ui|http|url|i18n|pictures)/', pathNot: TEST },
      to: { path: `^web/(${THEMES})/` }
    },
    {
      name: 'themes-keep-apart-in-the-web',
      severity: 'error',
      comment: 'Themes meet in App.svelte.',
      from: { path: `^web/(${THEMES})/`, pathNot: TEST },
      to: { path: `^web/(${THEMES})/`, pathNot: '^web/$1/' }
    },
    {
      name: 'web-reads-contracts-as-types',
      severity: 'error',
      comment: 'Of the server the web knows types of contracts; a value would bring zod into the page.',
      from: { path: '^web/', pathNot: TEST },
      to: { path: '^server/', dependencyTypesNot: ['type-only'] }
    },
    {
      name: 'web-reads-contracts-only',
      severity: 'error',
      from: { path: '^web/', pathNot: TEST },
      to: { path: '^server/', pathNot: '^server/.*contract\\.ts$' }
    },
    {
      name: 'only-web-map-runs-maplibre',
      severity: 'error',
      comment: 'web/map alone imports values of maplibre-gl.',
      from: { path: '^web/', pathNot: ['^web/map/', TEST] },
      to: { path: 'node_modules/maplibre-gl/', dependencyTypesNot: ['type-only'] }
    },
    {
      name: 'no-code-from-tests',
      severity: 'error',
      from: { path: '^(web|data)/', pathNot: TEST },
      to: { path: '^tests/' }
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '\\?url$' }
    }
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['svelte', 'import', 'node', 'default', 'types'],
      extensions: ['.ts', '.mjs', '.js', '.svelte', '.json', '.d.ts']
    }
  }
}

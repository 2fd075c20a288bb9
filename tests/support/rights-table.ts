import type { Role } from '../../server/accounts/contract.ts'

/**
 * Who may call a route. `public`: anyone. `staff`: whoever is signed in. `secret`: anyone, but the secret in the request
 * decides (a code, an upload's address), so that without one nobody gets anything. Else the roles.
 */
export type Allowed = 'public' | 'staff' | 'secret' | readonly Role[]

/** The collections that anyone may read, whole: items, tiles, filters, counts. Each stands as `{open}` in the table. */
export const OPEN_COLLECTIONS: readonly string[] = [
  'buildings',
  'cameras',
  'cell_sites',
  'communes',
  'coverage_claims',
  'cultural_houses',
  'fibre_lines',
  'fixed_services',
  'institutions',
  'land_uses',
  'operators',
  'relics',
  'reports',
  'residential_areas',
  'roads',
  'villages',
  'waterways'
]

/** The routes of one collection that is edited by hand. */
function placeRoutes(collection: string, allowed: Allowed): Record<string, Allowed> {
  const path = `/api/staff/places/${collection}`
  const routes = [
    `GET ${path}`,
    `GET ${path}/`,
    `POST ${path}`,
    `POST ${path}/`,
    `GET ${path}/:id`,
    `PUT ${path}/:id`,
    `GET ${path}/:id/history`,
    `GET ${path}/:id/neighbours`,
    `GET ${path}/new/neighbours`,
    `POST ${path}/:id/end`,
    `POST ${path}/:id/restore`
  ]
  return Object.fromEntries(routes.map((route) => [route, allowed]))
}

/** The routes of the photos of one collection. */
function photoRoutes(collection: string, allowed: Allowed): Record<string, Allowed> {
  const path = `/api/staff/places/${collection}/:id`
  const routes = [
    `GET ${path}/photos`,
    `POST ${path}/photos`,
    `POST ${path}/photo-files`,
    `PUT ${path}/photo-order`,
    `PUT ${path}/photos/:photo`,
    `GET ${path}/photos/:photo/preview`,
    `POST ${path}/photos/:photo/withdraw`
  ]
  return Object.fromEntries(routes.map((route) => [route, allowed]))
}

/** Every route of the program, by method and path; GET stands for HEAD too. What is missing here fails the test. */
export const RIGHTS_TABLE: Record<string, Allowed> = {
  // Health
  'GET /health/live': 'public',
  'GET /health/ready': 'public',
  'GET /health/media': 'public',
  'GET /health/backup': 'public',

  // Public pages of relics, and what search engines read
  'GET /api/media/:sha256/tiles/:col/:row': 'public',
  'GET /api/relic-tours': 'public',
  'GET /api/relic-tours/:slug': 'public',
  'GET /di-tich': 'public',
  'GET /di-tich/': 'public',
  'GET /di-tich/:slug': 'public',
  'GET /di-tich/:slug/': 'public',
  'GET /di-tich/tuyen': 'public',
  'GET /di-tich/tuyen/:slug': 'public',
  'GET /di-tich/tuyen/:slug/goi.json': 'public',
  'GET /di-tich/:slug/qr.svg': 'public',
  'GET /di-tich/:slug/manifest.json': 'public',
  'GET /di-tich/doi-tuong/:feature': 'public',
  'GET /fonts/be-vietnam-pro-vietnamese-400-normal.woff2': 'public',
  'GET /fonts/be-vietnam-pro-vietnamese-600-normal.woff2': 'public',
  'GET /fonts/be-vietnam-pro-latin-400-normal.woff2': 'public',
  'GET /fonts/be-vietnam-pro-latin-600-normal.woff2': 'public',
  'GET /sitemap.xml': 'public',
  'GET /robots.txt': 'public',

  // Cultural houses: their pages, and what the key on the wall opens
  'GET /nha-van-hoa/:house': 'public',
  'GET /nha-van-hoa/doi-tuong/:feature': 'public',
  'GET /nha-van-hoa/:house/kiem-tra': 'secret',
  'GET /api/cultural-houses/:house/line': 'secret',
  'POST /api/cultural-houses/:house/line': 'secret',
  'POST /api/cultural-houses/:house/checks': 'secret',

  // Open data and figures
  'GET /ogc': 'public',
  'GET /ogc/': 'public',
  'GET /ogc/api': 'public',
  'GET /ogc/collections': 'public',
  'GET /ogc/collections/{open}': 'public',
  'GET /ogc/collections/{open}/items': 'public',
  'GET /ogc/collections/{open}/items/:featureId': 'public',
  'GET /ogc/collections/{open}/tiles': 'public',
  'GET /ogc/collections/{open}/tiles/WebMercatorQuad': 'public',
  'GET /ogc/collections/{open}/tiles/WebMercatorQuad/:z/:row/:col': 'public',
  'GET /ogc/collections/{open}/tiles/WebMercatorQuad/tilejson': 'public',
  // Of what is no open collection: answered 404.
  'GET /ogc/collections/:collectionId': 'public',
  'GET /ogc/collections/:collectionId/*': 'public',
  'GET /ogc/conformance': 'public',
  'GET /ogc/style.css': 'public',
  'GET /ogc/tileMatrixSets': 'public',
  'GET /ogc/tileMatrixSets/WebMercatorQuad': 'public',
  'GET /ogc/tiles': 'public',
  'GET /ogc/tiles/WebMercatorQuad': 'public',
  'GET /ogc/tiles/WebMercatorQuad/:z/:row/:col': 'public',
  'GET /ogc/tiles/WebMercatorQuad/tilejson': 'public',
  'GET /api/collections/:collectionId/export': 'public',
  'GET /api/communes': 'public',
  'GET /api/communes/:code/dead-spots': 'public',
  'GET /api/communes/:code/gaps': 'public',
  'GET /api/communes/:code/indicators': 'public',
  'GET /api/communes/:code/indicators/:indicator': 'public',
  'GET /api/indicators/:indicator': 'public',
  'GET /api/search': 'public',

  // Reports, as anyone may send and read them
  'GET /api/report-categories': 'public',
  'GET /api/reports': 'public',
  'GET /api/reports/:number': 'public',
  'GET /api/reports/nearby': 'public',
  'GET /api/reports/results': 'public',
  'GET /phan-anh/danh-sach': 'public',
  'GET /phan-anh/ket-qua': 'public',
  'GET /phan-anh/:number': 'public',
  'POST /api/reports': 'public',
  'POST /api/reports/:number/witnesses': 'public',

  // Following a report by its code
  'POST /api/tracking': 'secret',
  'POST /api/tracking/answer': 'secret',
  'POST /api/tracking/confirm': 'secret',
  'POST /api/tracking/delete': 'secret',
  'POST /api/tracking/export': 'secret',
  'POST /api/tracking/reopen': 'secret',

  // Reports, as staff handle them; which of them each sees is tested in reports-workflow
  'GET /api/staff/reports': ['field', 'officer', 'leader'],
  'GET /api/staff/reports/:id': ['field', 'officer', 'leader'],
  'GET /api/staff/reports/events': ['field', 'officer', 'leader'],
  'POST /api/staff/reports': ['field', 'officer', 'leader', 'administrator'],
  'POST /api/staff/reports/:id/actions': ['field', 'officer', 'leader'],
  'POST /api/staff/reports/:id/forget-reporter': ['officer', 'leader'],
  'POST /api/staff/forget-reporter': ['administrator'],
  'POST /api/staff/reports/bulk': ['field', 'officer', 'leader'],
  'GET /api/staff/templates': 'staff',
  'POST /api/staff/templates': ['administrator'],
  'PUT /api/staff/templates/:id': ['administrator'],
  'DELETE /api/staff/templates/:id': ['administrator'],
  'GET /api/staff/report-categories': ['administrator'],
  'POST /api/staff/report-categories': ['administrator'],
  'PUT /api/staff/report-categories/:code': ['administrator'],
  'POST /api/staff/report-categories/:code/move': ['administrator'],
  'GET /api/staff/holidays': ['administrator'],
  'POST /api/staff/holidays': ['administrator'],
  'PUT /api/staff/holidays/:day': ['administrator'],
  'DELETE /api/staff/holidays/:day': ['administrator'],
  // Who keeps the collection, of his commune (export-staff)
  'GET /api/staff/collections/:collectionId/export': 'staff',
  'GET /api/staff/exports': 'staff',
  // Who keeps the collection, of his commune; a file is its sender's (importing)
  'GET /api/staff/file-imports': 'staff',
  'GET /api/staff/imports/existing': 'staff',
  'POST /api/staff/file-imports': 'staff',
  'GET /api/staff/file-imports/:id': 'staff',
  'DELETE /api/staff/file-imports/:id': 'staff',
  'POST /api/staff/file-imports/:id/look': 'staff',
  'POST /api/staff/file-imports/:id/begin': 'staff',
  'POST /api/staff/imports/:number/undo': 'staff',
  'GET /api/staff/embed-sites': ['administrator'],
  'POST /api/staff/embed-sites': ['administrator'],
  'DELETE /api/staff/embed-sites/:id': ['administrator'],
  'GET /api/staff/category-units': 'staff',
  'PUT /api/staff/category-units': ['administrator'],

  // What is missing before a relic counts as digitised; of his own commune (relics-gaps)
  'GET /api/staff/relics': ['culture'],
  'GET /api/staff/relics.csv': ['culture'],
  'GET /api/staff/relics.geojson': ['culture'],
  'GET /api/staff/relics/:slug/address': ['culture'],
  'PUT /api/staff/relics/:slug/address': ['culture'],
  // Tours of relics; of his own commune (relics-tours)
  'GET /api/staff/relic-tours': ['culture'],
  'POST /api/staff/relic-tours': ['culture'],
  'PUT /api/staff/relic-tours/:id': ['culture'],
  'PUT /api/staff/relic-tours/:id/published': ['culture'],

  // Places, as those who keep each kind change them; of one's own commune (editing)
  'GET /api/staff/places': 'staff',
  ...placeRoutes('relics', ['culture']),
  ...['cameras', 'cell_sites', 'cultural_houses', 'institutions', 'villages'].reduce(
    (table, collection) => ({ ...table, ...placeRoutes(collection, ['planner']) }),
    {}
  ),
  ...['cell_sites', 'cultural_houses', 'institutions', 'cameras', 'villages'].reduce(
    (table, collection) => ({ ...table, ...photoRoutes(collection, ['planner']) }),
    {}
  ),
  'GET /api/places/:collection/:feature/photos': 'public',
  'GET /api/villages/:code/photos': 'public',
  'GET /api/staff/relic-tours/:id/weight': ['culture'],
  'GET /api/staff/relics/:slug/images': ['culture'],
  'POST /api/staff/relics/:slug/images': ['culture'],
  'POST /api/staff/relics/:slug/image-files': ['culture'],
  'PUT /api/staff/relics/:slug/images/:id': ['culture'],
  'DELETE /api/staff/relics/:slug/images/:id': ['culture'],
  'PUT /api/staff/relics/:slug/image-order': ['culture'],
  'GET /api/staff/relics/:slug/exhibits': ['culture'],
  'POST /api/staff/relics/:slug/exhibits': ['culture'],
  'POST /api/staff/relics/:slug/exhibit-files/:kind': ['culture'],
  'PUT /api/staff/relics/:slug/exhibits/:id': ['culture'],
  'DELETE /api/staff/relics/:slug/exhibits/:id': ['culture'],
  'PUT /api/staff/relics/:slug/exhibit-order': ['culture'],
  'GET /api/staff/relics/:slug/memories': ['culture'],
  'POST /api/staff/relics/:slug/memories': ['culture'],
  'PUT /api/staff/relics/:slug/memories/:id': ['culture'],
  'PUT /api/staff/relics/:slug/memories/:id/state': ['culture'],
  'DELETE /api/staff/relics/:slug/memories/:id': ['culture'],

  // Wifi at cultural houses of one's own commune (houses-checks)
  'GET /api/staff/cameras': ['planner'],
  'GET /api/staff/quality': ['planner', 'culture', 'administrator'],
  'GET /api/staff/quality/findings.csv': ['planner', 'culture', 'administrator'],
  'GET /api/staff/quality/sheet': ['planner', 'culture', 'administrator'],
  'GET /api/staff/quality/assignees': ['planner', 'culture', 'administrator'],
  'PUT /api/staff/quality/cases': ['planner', 'culture', 'administrator'],
  'GET /api/staff/quality/limits': ['planner', 'culture', 'administrator'],
  'PUT /api/staff/quality/limits': ['planner', 'culture', 'administrator'],
  'GET /api/staff/quality/rounds': ['planner', 'culture', 'administrator'],
  'POST /api/staff/quality/rounds': ['planner', 'culture', 'administrator'],
  'GET /api/staff/quality/rounds/:id': ['planner', 'culture', 'administrator'],
  'POST /api/staff/quality/rounds/:id/close': ['planner', 'culture', 'administrator'],
  'GET /api/staff/quality/rounds/:id/sheet': ['planner', 'culture', 'administrator'],
  'GET /api/staff/cultural-houses': ['field', 'officer', 'planner', 'culture', 'leader'],
  'GET /api/staff/cultural-houses.csv': ['field', 'officer', 'planner', 'culture', 'leader'],
  'POST /api/staff/cultural-houses/:house/checks': ['field', 'officer', 'planner', 'culture', 'leader'],
  'GET /api/staff/cultural-houses/sheets': ['officer', 'planner', 'culture', 'leader'],
  'POST /api/staff/cultural-houses/:house/key': ['officer', 'planner', 'culture', 'leader'],
  'GET /api/staff/cultural-houses/:house/sheet.svg': ['officer', 'planner', 'culture', 'leader'],

  // Open311: each resource with and without its format; sending needs a system's key
  'GET /open311/discovery': 'public',
  'GET /open311/discovery.xml': 'public',
  'GET /open311/discovery.json': 'public',
  'GET /open311/v2/discovery': 'public',
  'GET /open311/v2/discovery.json': 'public',
  'GET /open311/v2/discovery.xml': 'public',
  'GET /open311/v2/services': 'public',
  'GET /open311/v2/services.xml': 'public',
  'GET /open311/v2/services.json': 'public',
  'GET /open311/v2/services/:file': 'public',
  'GET /open311/v2/requests': 'public',
  'GET /open311/v2/requests.xml': 'public',
  'GET /open311/v2/requests.json': 'public',
  'GET /open311/v2/requests/:file': 'public',
  'GET /open311/v2/tokens/:file': 'public',
  'POST /open311/v2/requests': 'secret',
  'POST /open311/v2/requests.xml': 'secret',
  'POST /open311/v2/requests.json': 'secret',
  'GET /api/staff/api-keys': ['administrator'],
  'POST /api/staff/api-keys': ['administrator'],
  'DELETE /api/staff/api-keys/:id': ['administrator'],

  // Files
  'GET /api/media/:sha256': 'public',
  'GET /iiif/:id': 'public',
  'GET /iiif/:id/info.json': 'public',
  'GET /iiif/:id/:region/:size/:rotation/:file': 'public',
  'GET /api/staff/media/:sha256': ['field', 'officer', 'leader'],
  'POST /api/uploads': 'secret',
  'GET /api/uploads/:id': 'secret',
  'PATCH /api/uploads/:id': 'secret',
  'DELETE /api/uploads/:id': 'secret',

  // Signing in, and one's own account
  'GET /api/staff/session': 'public',
  'POST /api/staff/session': 'public',
  'DELETE /api/staff/session': 'public',
  'POST /api/staff/password-link': 'public',
  'POST /api/staff/password-link/use': 'public',
  'POST /api/staff/password': 'staff',
  'DELETE /api/staff/sessions': 'staff',
  'GET /api/staff/second-factor': 'staff',
  'POST /api/staff/second-factor': 'staff',
  'POST /api/staff/second-factor/confirm': 'staff',
  'POST /api/staff/second-factor/remove': 'staff',

  // Accounts and units
  'GET /api/staff/accounts': ['administrator'],
  'POST /api/staff/accounts': ['administrator'],
  'PATCH /api/staff/accounts/:id': ['administrator'],
  'POST /api/staff/accounts/:id/link': ['administrator'],
  'GET /api/staff/units': 'staff',
  'POST /api/staff/units': ['administrator'],
  'PATCH /api/staff/units/:id': ['administrator'],
  'GET /api/staff/colleagues': ['officer', 'leader'],
  'GET /api/staff/audit': ['leader', 'administrator'],
  'GET /api/staff/backups': ['administrator']
}

/** What stands in a path's place in the test. */
export const PARAMETERS: Record<string, string> = {
  id: '1',
  code: '99999',
  collectionId: 'premises',
  number: 'PA-2026-000001',
  day: '2026-01-01',
  sha256: '0'.repeat(64)
}

import { constants } from 'node:zlib'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import Fastify, { type FastifyInstance, type FastifyServerOptions, type RouteOptions } from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import type { Pool } from 'pg'
import { openAudit } from './accounts/audit.ts'
import type { Audit, Who } from './accounts/contract.ts'
import { guard } from './accounts/guard.ts'
import type { PasswordCost } from './accounts/passwords.ts'
import { accountRoutes } from './accounts/routes.ts'
import { areaRoutes } from './areas/routes.ts'
import { backupRoutes, noBackups } from './backup/routes.ts'
import { placeMap } from './basemap/place-map.ts'
import { routeMap } from './basemap/route-map.ts'
import { openExports } from './collections/export/answer.ts'
import { collectionRoutes } from './collections/routes.ts'
import type { Config } from './config.ts'
import { coverageCalculators } from './coverage/calculators.ts'
import { coverageRoutes } from './coverage/routes.ts'
import type { Queryable } from './db/pool.ts'
import { staffExportRoutes } from './editing/export-routes.ts'
import { publicPhotoRoutes } from './editing/photos/public-routes.ts'
import { photoRoutes } from './editing/photos/routes.ts'
import { editingRoutes } from './editing/routes.ts'
import { EMBED_PATH } from './embed/contract.ts'
import { findSites } from './embed/queries.ts'
import { embedRoutes } from './embed/routes.ts'
import { answerErrors } from './http/errors.ts'
import { warnOfProxy } from './http/forwarded-warning.ts'
import { healthRoutes, refuseUntilReady } from './http/health.ts'
import { answerOtherMethods } from './http/methods.ts'
import type { DrawPlace, DrawRoute } from './http/pages/draw-place.ts'
import { fontRoutes } from './http/pages/fonts.ts'
import { trustsAddress } from './http/proxies.ts'
import { publicUrlOf, type PublicUrl } from './http/public-url.ts'
import { answerBadAddress, answerClientError } from './http/refusals.ts'
import { framedBy, sendSecurityHeaders } from './http/security.ts'
import { sitemapRoutes } from './http/sitemap.ts'
import { cutSlowRequests, LONGEST_REQUEST_MS } from './http/slow-requests.ts'
import { staticFiles } from './http/static-files.ts'
import { importingRoutes } from './importing/routes.ts'
import { exhibitFileRoutes } from './media/exhibits/routes.ts'
import { iiifRoutes } from './media/iiif/routes.ts'
import { openMedia, type Media } from './media/open.ts'
import { mediaRoutes } from './media/routes.ts'
import { uploadRoutes } from './media/uploads.ts'
import { placeCalculators } from './places/calculators.ts'
import { checkPageRoutes } from './places/check-page-routes.ts'
import { cameraRoutes } from './places/camera-routes.ts'
import { houseCheckRoutes } from './places/check-routes.ts'
import { housePageRoutes, housePaths } from './places/house-routes.ts'
import { staffHouseRoutes } from './places/staff-routes.ts'
import { indicatorRoutes } from './plans/routes.ts'
import { qualityRoutes } from './quality/routes.ts'
import { reportCalculators } from './reports/calculators.ts'
import { OPEN311_PATH } from './reports/open311/contract.ts'
import { open311Routes } from './reports/open311/routes.ts'
import { reportRoutes } from './reports/routes.ts'
import { mayReadReportMedia, reportUploads } from './reports/uploads.ts'
import { relicCalculators } from './relics/calculators.ts'
import { relicExhibitRoutes } from './relics/exhibit-routes.ts'
import { relicImageRoutes } from './relics/image-routes.ts'
import { relicMemoryRoutes } from './relics/memory-routes.ts'
import { relicPaths, relicRoutes } from './relics/routes.ts'
import { staffRelicRoutes } from './relics/staff-routes.ts'
import { tourMapRoutes } from './relics/tour-map-routes.ts'
import { tourPaths, tourRoutes } from './relics/tour-routes.ts'
import { tourWeightRoutes } from './relics/tour-weight-routes.ts'
import { tourStaffRoutes } from './relics/tour-staff-routes.ts'
import { derivations, registry } from './themes.ts'

const COMPRESSIBLE = /^text\/|[/+](json|xml|javascript)\b|openapi|geo\+json/

/** What the application is built from. */
export interface AppDependencies {
  /** A pool: what changes several rows takes a transaction of its own. */
  db: Pool
  /** For reading where a lag does no harm; the same as `db` without replica. */
  readDb: Queryable
  config: Pick<Config, 'publicUrl' | 'trustedProxies' | 'demo' | 'dataDir'> &
    Partial<Pick<Config, 'mediaS3' | 'backup'>>
  /** False while the database is being migrated; everything but health is then answered 503. */
  isReady?: () => boolean
  /** The folder of the web build; undefined serves no pages. */
  webDir?: string
  /** What hashing a password costs; undefined: what the product asks. Tests take less. */
  passwordCost?: PasswordCost
  /** Hears of each route as it is declared. */
  onRoute?: (route: RouteOptions) => void
}

/** What every theme's routes are given. */
export interface RouteDependencies {
  db: Pool
  readDb: Queryable
  publicUrl: PublicUrl
  demo: boolean
  /** Who asks; a route says in `config.right` who may. */
  who: Who
  /** Appends to the audit log, as the last statement of the caller's transaction. */
  audit: Audit<Queryable>
  /** Draws the ground about a place for pages without script. */
  drawPlace: DrawPlace
  /** Draws places in their order, likewise. */
  drawRoute: DrawRoute
}

/** The whole application over HTTP; it does not own its pools. Closing it finishes the requests under way. */
export function buildApp(dependencies: AppDependencies, options: FastifyServerOptions = {}): FastifyInstance {
  const { db, readDb, config, isReady = () => true, webDir, passwordCost, onRoute } = dependencies
  const publicUrl = publicUrlOf(config)
  const trustProxy = config.trustedProxies.length > 0 && trustsAddress(config.trustedProxies)
  const app = Fastify({
    routerOptions: { maxParamLength: 500 },
    frameworkErrors: answerBadAddress,
    clientErrorHandler: answerClientError,
    requestTimeout: LONGEST_REQUEST_MS,
    ...options,
    trustProxy
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  answerErrors(app)
  sendSecurityHeaders(app)
  warnOfProxy(app, config.trustedProxies)
  cutSlowRequests(app)
  app.addHook('onRequest', refuseUntilReady(isReady))
  if (onRoute) app.addHook('onRoute', onRoute)
  answerOtherMethods(app)
  app.register(cookie, { hook: false })
  const who = guard(app, db, publicUrl)
  app.register(compress, {
    customTypes: COMPRESSIBLE,
    encodings: ['br', 'gzip'],
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
    globalDecompression: false
  })
  app.register(healthRoutes, { db, isReady })
  app.register(backupRoutes, { backup: config.backup ?? noBackups(config.dataDir) })
  const drawPlace: DrawPlace = (place, title) => placeMap(readDb, place, title)
  const drawRoute: DrawRoute = (route, title) => routeMap(readDb, route, title)
  const given = { db, readDb, publicUrl, demo: config.demo, who, audit: openAudit(), drawPlace, drawRoute }
  app.register(accountRoutes, { ...given, passwordCost })
  app.register(fontRoutes)
  registerThemes(app, given, openMedia(config, db))
  app.register(importingRoutes, { ...given, registry, derivations, dataDir: config.dataDir })
  const mayFrame = async () => framedBy((await findSites(readDb)).map(({ origin }) => origin))
  if (webDir) app.register(staticFiles, { webDir, headersOf: { [EMBED_PATH]: mayFrame } })
  return app
}

/** One line per theme. */
function registerThemes(app: FastifyInstance, dependencies: RouteDependencies, media: Media) {
  const sendExport = openExports(dependencies.readDb)
  app.register(collectionRoutes, { ...dependencies, registry, sendExport })
  app.register(staffExportRoutes, { ...dependencies, registry, sendExport })
  app.register(reportRoutes, { ...dependencies, media: media.store })
  app.register(open311Routes, { ...dependencies, media: media.store, prefix: OPEN311_PATH })
  registerMedia(app, dependencies, media)
  app.register(relicRoutes, { ...dependencies, media: media.store })
  app.register(tourRoutes, { ...dependencies, media: media.store })
  app.register(tourMapRoutes, dependencies)
  app.register(staffRelicRoutes, dependencies)
  app.register(tourStaffRoutes, dependencies)
  app.register(tourWeightRoutes, { ...dependencies, media: media.store })
  app.register(editingRoutes, { ...dependencies, registry, derivations })
  app.register(photoRoutes, { ...dependencies, registry, media: media.store })
  app.register(publicPhotoRoutes, { ...dependencies, registry })
  app.register(qualityRoutes, { ...dependencies, registry })
  app.register(embedRoutes, dependencies)
  app.register(housePageRoutes, { ...dependencies, media: media.store })
  app.register(checkPageRoutes, dependencies)
  app.register(houseCheckRoutes, dependencies)
  app.register(staffHouseRoutes, dependencies)
  app.register(cameraRoutes, dependencies)
  const { readDb } = dependencies
  app.register(sitemapRoutes, {
    ...dependencies,
    pages: [relicPaths(readDb), tourPaths(readDb), housePaths(readDb)]
  })
  app.register(relicImageRoutes, { ...dependencies, media: media.store })
  app.register(relicMemoryRoutes, dependencies)
  app.register(relicExhibitRoutes, { ...dependencies, media: media.store })
  app.register(areaRoutes, { ...dependencies, collections: registry.open })
  app.register(coverageRoutes, { db: dependencies.db })
  app.register(indicatorRoutes, {
    db: dependencies.db,
    calculators: [...coverageCalculators, ...placeCalculators, ...reportCalculators, ...relicCalculators]
  })
}

/** Files and the reports that they belong to know each other only here. */
function registerMedia(
  app: FastifyInstance,
  { db, readDb, publicUrl, who }: RouteDependencies,
  { files, store, previewOf, uploadsFolder }: Media
) {
  const { maybeActorOf } = who
  app.register(uploadRoutes, { folder: uploadsFolder, media: store, owner: reportUploads(db), maybeActorOf })
  app.register(iiifRoutes, { db: readDb, files, publicUrl })
  app.register(exhibitFileRoutes, { db: readDb, files })
  app.register(mediaRoutes, { db, files, previewOf, who, mayRead: mayReadReportMedia(db) })
}

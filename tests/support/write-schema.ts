import { writeFileSync } from 'node:fs'
import { migrate } from '../../server/db/migrate.ts'
import { startCluster } from './postgres-cluster.ts'
import { quietLog } from './quiet-log.ts'
import { dumpSchema, schemaFile } from './schema-dump.ts'

// `npm run schema`: writes tests/schema.sql from the migrations, over a private PostgreSQL.
const cluster = await startCluster()
try {
  await migrate({ connectionString: cluster.url }, quietLog)
  writeFileSync(schemaFile, await dumpSchema(cluster.url))
} finally {
  await cluster.stop()
}

export { inTransaction } from '../../db/transaction.ts'

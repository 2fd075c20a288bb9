import { z } from 'zod'
import { CommuneCode } from '../areas/contract.ts'
import { Day } from '../http/contract.ts'

/** A camera in force today as those who keep it know it; null: nobody said. */
export const StaffCamera = z.object({
  /** As `/api/staff/places/cameras/{id}` takes it. */
  id: z.int(),
  place: z.string(),
  owner: z.string(),
  state: z.enum(['working', 'broken', 'unknown']).nullable(),
  /** Where it looks, degrees clockwise from north. */
  azimuthDeg: z.number().nullable(),
  /** Width of what it sees, degrees; 360: all around. */
  viewDeg: z.number().nullable(),
  rangeM: z.number().nullable(),
  model: z.string().nullable(),
  lastCheckedOn: Day.nullable(),
  lng: z.number(),
  lat: z.number()
})
export type StaffCamera = z.infer<typeof StaffCamera>

/** The cameras of the asker's commune (of one or all where he has none), by name. */
export const listCameras = {
  path: '/api/staff/cameras',
  query: z.strictObject({ commune: CommuneCode.optional() }),
  reply: z.object({ cameras: z.array(StaffCamera) })
} as const

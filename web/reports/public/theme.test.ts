import { expect, test } from 'vitest'
import type { PublicReport } from '../../../server/reports/contract.ts'
import { reportFeatures, reportSource } from './theme.ts'

// What a circle of several reports adds up is what each of them brings along.

const reportOf = (number: string, more: Partial<PublicReport>) =>
  ({
    number,
    theme: 'waste',
    state: 'new',
    overdue: false,
    place: { lng: 105.9, lat: 18.3 },
    ...more
  }) as PublicReport // what is drawn of one

test('every report counts once, what is open too, at its public place and nowhere else', () => {
  const { features } = reportFeatures([
    reportOf('PA-2026-000001', {}),
    reportOf('PA-2026-000002', { state: 'waiting_for_reporter', overdue: true }),
    reportOf('PA-2026-000003', { state: 'closed', placeHidden: true, place: { lng: 105.91, lat: 18.31 } })
  ])
  const sum = (name: string) => features.reduce((all, { properties }) => all + Number(properties?.[name]), 0)

  expect(reportSource.cluster?.sums).toEqual(['count', 'open'])
  expect([sum('count'), sum('open')]).toEqual([3, 2])
  expect(features.at(-1)?.geometry.coordinates).toEqual([105.91, 18.31])
  expect(Object.keys(features[0]?.properties ?? {})).toEqual(['number', 'image', 'count', 'open'])
})

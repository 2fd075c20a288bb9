import { expect, test } from 'vitest'
import { detail } from '../../../tests/support/staff-report.ts'
import { editOf, placeOf } from './edit.ts'

const base = detail({ publicText: 'Cũ', place: { lng: 105.9, lat: 18.34 } })
const same = {
  category: base.category,
  urgent: base.urgent,
  sensitive: base.sensitive,
  publicText: 'Cũ',
  place: base.place
}

test('nothing changed, nothing to send', () => {
  expect(editOf(base, same)).toBeNull()
})

test('only what was changed is sent; an emptied text is none', () => {
  expect(editOf(base, { ...same, urgent: true, publicText: '  ' })).toEqual({
    action: 'edit',
    urgent: true,
    publicText: null
  })
})

test('a decimal comma is understood, and what is no place is not sent', () => {
  expect(editOf(base, { ...same, place: placeOf({ lat: '18,35', lng: '105,9' }) })).toEqual({
    action: 'edit',
    place: { lng: 105.9, lat: 18.35 }
  })
  expect(editOf(base, { ...same, urgent: true, place: null })).toBeNull()
  expect(placeOf({ lat: '', lng: '105' })).toBeNull()
  expect(placeOf({ lat: '91', lng: '105' })).toBeNull()
})

import type { ReportActionBody } from './action-contract.ts'
import { addWorkingMinutes, dueAt, receiveHours, workingMinutesBetween } from './clock.ts'
import type { Changes, Effect, NewEvent, Setting } from './effect.ts'
import { plainText } from './plain-text.ts'
import type { StaffRow } from './staff-row.ts'
import { reopenedState, WORKFLOW } from './workflow.ts'

type Of<Name extends ReportActionBody['action']> = Extract<ReportActionBody, { action: Name }>

/** Ends a pause: the deadline that was given moves by the time that the reporter was asked for. */
export function endPause(row: StaffRow, { now, calendar }: Pick<Setting, 'now' | 'calendar'>): Changes {
  if (!row.waitingSince) return {}
  const { pausedMinutes, resolveDueAt: given } = row
  const minutes = workingMinutesBetween(calendar, row.waitingSince, now)
  return {
    waitingSince: null,
    pausedMinutes: pausedMinutes + minutes,
    resolveDueAt: given && minutes > 0 ? addWorkingMinutes(calendar, given, minutes) : given
  }
}

const seen = (row: StaffRow, { now }: Setting): Changes => ({ acknowledgedAt: row.acknowledgedAt ?? now })

const receive = (row: StaffRow, setting: Setting): Effect => ({
  changes: { ...seen(row, setting), unitId: row.unitId ?? setting.ownUnitId },
  event: { kind: 'received', open: true }
})

const assign = (row: StaffRow, { unitId, accountId }: Of<'assign'>, setting: Setting): Effect => ({
  changes: { ...seen(row, setting), ...endPause(row, setting), unitId, assigneeId: accountId ?? null },
  event: { kind: 'assigned', open: true, text: setting.unitName, textOpen: true, data: { unitId, accountId } }
})

const start = (row: StaffRow, setting: Setting): Effect => ({
  changes: {
    unitId: row.unitId ?? setting.ownUnitId,
    assigneeId: row.assigneeId ?? setting.accountId
  },
  event: { kind: 'started', open: true }
})

const ask = ({ text }: Of<'ask'>, { now }: Setting): Effect => ({
  changes: { waitingSince: now },
  event: { kind: 'asked', open: true, text }
})

const resolve = (row: StaffRow, { text, reason }: Of<'resolve'>, setting: Setting): Effect => ({
  changes: {
    ...seen(row, setting),
    ...endPause(row, setting),
    resolvedAt: setting.now,
    reason: plainText(reason),
    resultApprovedAt: null
  },
  event: { kind: 'resolved', open: true, text, data: { distanceM: setting.distanceM, reason } }
})

const endUnsolved = (row: StaffRow, setting: Setting, changes: Changes, event: NewEvent): Effect => ({
  changes: { ...seen(row, setting), ...endPause(row, setting), closedAt: setting.now, ...changes },
  event: { open: true, ...event }
})

/** Opens a resolved report again, once: a clock begins anew, and its result is not public any more. */
export function reopen(
  row: StaffRow,
  text: string,
  { now, calendar }: Pick<Setting, 'now' | 'calendar'>
): Effect {
  return {
    changes: {
      state: reopenedState(row.unitId !== null),
      reopenedAt: now,
      resolvedAt: null,
      closedAt: null,
      reason: null,
      resultApprovedAt: null,
      pausedMinutes: 0,
      resolveDueAt: addWorkingMinutes(calendar, now, row.resolveHours * 60)
    },
    event: { kind: 'reopened', open: true, text }
  }
}

const approve = (row: StaffRow, { publicText }: Of<'approve'>, { now, accountId }: Setting): Effect => ({
  changes: {
    approvedAt: row.approvedAt ?? now,
    approvedBy: accountId,
    ...(publicText === undefined ? {} : { publicText: plainText(publicText) })
  },
  event: { kind: 'approved' }
})

/** Clocks as another category or urgency makes them; urgency alone leaves the deadline of the solution. */
function reckonAgain(row: StaffRow, urgent: boolean, { calendar, category }: Setting): Changes {
  const { pausedMinutes, receivedAt } = row
  const began = row.reopenedAt ?? receivedAt
  const hours = receiveHours(urgent, (category ?? row).receiveHours)
  return {
    ...(category
      ? { resolveDueAt: dueAt(calendar, { began, hours: category.resolveHours, pausedMinutes }) }
      : {}),
    ...(row.acknowledgedAt ? {} : { receiveDueAt: addWorkingMinutes(calendar, receivedAt, hours * 60) })
  }
}

/** Where its reporter put it is kept beside the corrected place; what was measured then is not touched. */
const firstPlace = ({ measuredLng, lng, lat }: StaffRow): Changes =>
  measuredLng === null ? { measuredLng: lng, measuredLat: lat } : {}

function edit(row: StaffRow, body: Of<'edit'>, setting: Setting): Effect {
  const { category, place } = setting
  const urgent = body.urgent ?? category?.urgent ?? row.urgent
  const again = (category !== null || urgent !== row.urgent) && !row.resolvedAt && !row.closedAt
  const { action: _action, ...data } = body
  return {
    changes: {
      urgent,
      // What is hidden is shown only where somebody says so.
      sensitive: body.sensitive ?? (row.sensitive || category?.sensitive === true),
      ...(category && body.category !== undefined ? { category: body.category } : {}),
      ...(body.publicText === undefined ? {} : { publicText: plainText(body.publicText) }),
      ...(place && body.place
        ? { ...body.place, commune: place.communeCode, village: place.villageCode, ...firstPlace(row) }
        : {}),
      ...(again ? reckonAgain(row, urgent, setting) : {})
    },
    event: {
      kind: 'edited',
      data: { ...data, before: { lng: row.lng, lat: row.lat, category: row.category } }
    }
  }
}

const merge = (row: StaffRow, { into }: Setting): Effect => ({
  changes: { duplicateOf: into?.id ?? null },
  event: { kind: 'merged', text: into?.number ?? null, data: { fromState: row.state } }
})

const unmerge = ({ mergedFrom }: Setting): Effect => ({
  changes: { state: mergedFrom ?? 'received', duplicateOf: null },
  event: { kind: 'unmerged' }
})

function raw(row: StaffRow, body: ReportActionBody, setting: Setting): Effect {
  switch (body.action) {
    case 'receive':
      return receive(row, setting)
    case 'assign':
      return assign(row, body, setting)
    case 'start':
      return start(row, setting)
    case 'ask':
      return ask(body, setting)
    case 'resume':
      return { changes: endPause(row, setting), event: { kind: 'resumed', open: true } }
    case 'resolve':
      return resolve(row, body, setting)
    case 'close':
      return { changes: { closedAt: setting.now }, event: { kind: 'closed', open: true } }
    case 'close_unresolved': {
      const reason = body.reason
      return endUnsolved(row, setting, { reason }, { kind: 'closed_unresolved', text: reason })
    }
    case 'out_of_scope': {
      const { handedTo, text } = body
      return endUnsolved(row, setting, { handedTo }, { kind: 'out_of_scope', text, data: { handedTo } })
    }
    case 'reopen':
      return reopen(row, body.text, setting)
    case 'merge':
      return merge(row, setting)
    case 'unmerge':
      return unmerge(setting)
    case 'approve':
      return approve(row, body, setting)
    case 'withdraw_approval':
      return { changes: { approvedAt: null, resultApprovedAt: null }, event: { kind: 'approval_withdrawn' } }
    case 'approve_result':
      return { changes: { resultApprovedAt: setting.now }, event: { kind: 'result_approved' } }
    case 'edit':
      return edit(row, body, setting)
    case 'boxes':
      return {
        changes: {},
        event: { kind: 'boxes', data: { sha256: body.sha256, count: body.boxes.length } }
      }
  }
}

/** What an action that is allowed does to a report. */
export function effectOf(row: StaffRow, body: ReportActionBody, setting: Setting): Effect {
  const { changes, event } = raw(row, body, setting)
  const { to } = WORKFLOW[body.action]
  return { changes: { ...(to === null ? {} : { state: to }), ...changes }, event }
}

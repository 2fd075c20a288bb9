import { msToMidnight, today } from './formats.ts'

/** Clocks of devices and of the server do not agree to the second. */
const GRACE_MS = 5_000

/** Today in Việt Nam, also on a page that is left open overnight. */
export class CurrentDay {
  /** `YYYY-MM-DD`. */
  value = $state(today())

  /** Renewed at midnight, and when the page is seen again: while a device sleeps no clock rings. Until ended. */
  follow() {
    let midnight: ReturnType<typeof setTimeout> | undefined
    const renew = () => {
      this.value = today()
      clearTimeout(midnight)
      midnight = setTimeout(renew, msToMidnight(Date.now()) + GRACE_MS)
    }
    renew()
    document.addEventListener('visibilitychange', renew)
    return () => {
      clearTimeout(midnight)
      document.removeEventListener('visibilitychange', renew)
    }
  }
}

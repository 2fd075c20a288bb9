/** The phone's clock, right or wrong: what hangs on it is for showing only, the server has its own. */
export const phoneNow = () => new Date()

/** The same as RFC 3339. */
export const phoneMoment = () => phoneNow().toISOString()

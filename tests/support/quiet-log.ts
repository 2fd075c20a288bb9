/** A log that says nothing, for tests of what is not the log. */
export const quietLog = { info: () => undefined, warn: () => undefined, error: () => undefined }

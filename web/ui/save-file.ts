/** Hands a file to the browser's downloads. */
export function saveFile(content: Blob, name: string) {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The download has been started by then; the address is only needed for that.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

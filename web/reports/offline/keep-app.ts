/**
 * Lets the phone keep the app, so that it opens without a network. A browser that cannot (plain http, private window)
 * still has the app while there is a network; why not stands in the console.
 */
export function keepAppOffline(page: 'phan-anh' | 'can-bo' = 'phan-anh') {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  navigator.serviceWorker.register(`/${page}-sw.js`, { scope: `/${page}` }).catch((error: unknown) => {
    // eslint-disable-next-line no-console -- nothing on the screen hangs on it
    console.warn(`${page}: the app is not kept for offline use`, error)
  })
}

// The button that hands a page's address on (server/relics/pages/share-button.ts).

export {} // a script of its own, whose names are no other's

const button = document.getElementById('share')
const say = document.getElementById('share-say')

function tell(name: 'copied' | 'failed') {
  if (say && button) say.textContent = button.dataset[name] ?? ''
}

async function share(url: string) {
  // Desktops that share hand it to their own dialog too; whoever closes it has changed his mind.
  if (typeof navigator.share === 'function') return navigator.share({ title: document.title, url })
  await navigator.clipboard.writeText(url)
  tell('copied')
}

if (button) {
  const url = button.dataset['address'] ?? location.href
  button.hidden = false
  button.addEventListener('click', () => {
    share(url).catch((error: unknown) => {
      if (!(error instanceof DOMException && error.name === 'AbortError')) tell('failed')
    })
  })
}

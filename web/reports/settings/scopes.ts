/** For which communes something may be set, as a list to choose from; `all`: what '' is called, undefined: not offered. */
export const scopesOf = (communes: readonly { code: string; name: string }[], all: string | undefined) => [
  ...(all === undefined ? [] : [{ value: '', text: all }]),
  ...communes.map(({ code, name }) => ({ value: code, text: name }))
]

/** A port whose every method can wait for the adapter. */
type AsyncPort<T> = { readonly [Name in keyof T]: (...args: never[]) => Promise<unknown> }

/**
 * Returns a port that opens its adapter when a method is first called. Large adapters are then read after the first
 * frame, and never by a command that does not need them. A failure to open rejects the call, and the next call tries anew.
 */
export function lazyPort<T extends AsyncPort<T>>(open: () => Promise<T>): T {
  let opening: Promise<T> | null = null
  const opened = (): Promise<T> => {
    opening ??= open().catch(error => {
      opening = null
      throw error
    })
    return opening
  }
  const methods = new Map<PropertyKey, (...args: never[]) => Promise<unknown>>()
  return new Proxy(Object.create(null), {
    get: (_, name) => {
      // Whoever awaits the port must not take it for a promise.
      if (typeof name === 'symbol' || name === 'then') return undefined
      const method =
        methods.get(name) ?? (async (...args: never[]) => (await opened())[name as keyof T](...args))
      methods.set(name, method)
      return method
    },
  })
}

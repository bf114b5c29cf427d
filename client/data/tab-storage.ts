/** What a tab of the browser keeps while it is open, loaded again or not; in memory where the browser keeps nothing. */
export interface TabStorage {
  readonly getItem: (key: string) => string | null
  readonly setItem: (key: string, value: string) => void
  readonly removeItem: (key: string) => void
}

export const tabStorage: TabStorage = of(browserStorage())

function browserStorage(): Storage | undefined {
  try {
    return globalThis.sessionStorage
  } catch {
    // Forbidden by the settings of the browser.
    return undefined
  }
}

function of(storage: Storage | undefined): TabStorage {
  const unkept = new Map<string, string>()
  return {
    getItem: (key) => unkept.get(key) ?? storage?.getItem(key) ?? null,
    setItem(key, value) {
      try {
        if (!storage) throw new RangeError('nothing is kept')
        storage.setItem(key, value)
        unkept.delete(key)
      } catch {
        // It is full: what does not fit is kept until the page goes.
        unkept.set(key, value)
      }
    },
    removeItem(key) {
      unkept.delete(key)
      storage?.removeItem(key)
    },
  }
}

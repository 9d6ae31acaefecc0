import type { PersonalStore } from '../ports/personal-store.js'

/**
 * Returns the developer's own store, opened when it is first asked for: most commands never ask, and opening it costs
 * as much as a small scan. Before that there are no problems to tell, because nothing was read.
 */
export function lazyPersonalStore(env: NodeJS.ProcessEnv): PersonalStore {
  let opened: PersonalStore | null = null
  let opening: Promise<PersonalStore> | null = null
  const open = (): Promise<PersonalStore> => {
    opening ??= load(env).then(store => {
      opened = store
      return store
    })
    return opening
  }
  return {
    cards: async () => (await open()).cards(),
    saveReview: async review => (await open()).saveReview(review),
    reviews: async () => (await open()).reviews(),
    disputes: async () => (await open()).disputes(),
    saveDispute: async (item, at) => (await open()).saveDispute(item, at),
    bookmark: async root => (await open()).bookmark(root),
    saveBookmark: async (root, bookmark) => (await open()).saveBookmark(root, bookmark),
    testCommand: async root => (await open()).testCommand(root),
    saveTestCommand: async (root, command) => (await open()).saveTestCommand(root, command),
    preferences: async () => (await open()).preferences(),
    savePreferences: async preferences => (await open()).savePreferences(preferences),
    exportTo: async folder => (await open()).exportTo(folder),
    importFrom: async folder => (await open()).importFrom(folder),
    problems: () => opened?.problems() ?? [],
  }
}

async function load(env: NodeJS.ProcessEnv): Promise<PersonalStore> {
  const [{ createConfStore }, { personalFolder }] = await Promise.all([
    import('../adapters/store-conf/conf-store.js'),
    import('../adapters/store-conf/personal-folder.js'),
  ])
  return createConfStore(personalFolder(env))
}

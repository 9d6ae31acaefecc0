import type { Search } from './search.js'
import type { Task } from './task.js'

/**
 * Returns whether a read gives text in a code that keeps it harmless, which nobody undid on the way to the sink: `<` in
 * the address of a page reads as `%3C`. Only old browsers did it otherwise, so such a flow is found, but weakened.
 */
export function isStillEncoded(search: Search, task: Task, member: string): boolean {
  return search.isStrict && !task.isDecoded && search.lists.comesEncoded(member)
}

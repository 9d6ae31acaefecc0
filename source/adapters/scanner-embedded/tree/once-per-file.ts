import type { ParsedFile } from './parsed-file.js'

/**
 * Returns `read`, asked once for each file and key. A thousand findings of one file ask the same of all of it, and then it
 * costs the square of its length.
 */
export function oncePerFile<Value>(
  read: (file: ParsedFile, key: string) => Value,
): (file: ParsedFile, key?: string) => Value {
  const known = new WeakMap<ParsedFile, Map<string, Value>>()
  return (file, key = '') => {
    const ofFile = known.get(file) ?? new Map<string, Value>()
    known.set(file, ofFile)
    const before = ofFile.get(key)
    if (before !== undefined) return before
    const value = read(file, key)
    ofFile.set(key, value)
    return value
  }
}

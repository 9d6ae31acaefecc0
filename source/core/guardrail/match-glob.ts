/** Alternatives a glob may unfold to; past that it is not judged. */
const MOST_ALTERNATIVES = 64

/**
 * Returns whether a path matches a glob as rules files use them: `*` within a folder, `**` across folders, `?`, `{a,b}`.
 * Null when the glob uses more than that and cannot be judged here. Globs come from the repository, so nothing is made
 * into a regular expression: the time is bounded by the product of both lengths.
 */
export function matchGlob(glob: string, path: string): boolean | null {
  if (/[[\]!()\\]/.test(glob) || glob.length > 300) return null
  const alternatives = unfold(glob)
  if (alternatives === null) return null
  const parts = path.split('/')
  return alternatives.some(one => matchParts(one.replace(/^\.\//, '').split('/'), parts))
}

/** The globs that braces stand for; null when they are not closed or too many. */
function unfold(glob: string): readonly string[] | null {
  let open = [glob]
  for (let round = 0; open.some(one => /[{}]/.test(one)); round++) {
    const next = open.flatMap(one => {
      const [whole, inner] = /\{([^{}]*)\}/.exec(one) ?? []
      return whole === undefined || inner === undefined
        ? [one]
        : inner.split(',').map(part => one.replace(whole, () => part))
    })
    if (next.length > MOST_ALTERNATIVES || round > MOST_ALTERNATIVES) return null
    if (next.length === open.length && next.every((one, index) => one === open[index])) return null
    open = next
  }
  return open
}

/** Matches folder by folder; `reached` holds how many parts of the path the glob so far may have used. */
function matchParts(glob: readonly string[], path: readonly string[]): boolean {
  let reached = new Set([0])
  for (const part of glob) {
    const next = new Set<number>()
    for (const at of reached) {
      if (part === '**') for (let end = at; end <= path.length; end++) next.add(end)
      else if (matchPart(part, path[at])) next.add(at + 1)
    }
    reached = next
  }
  return reached.has(path.length)
}

/** Matches one name; on a mismatch the last `*` takes one character more. */
function matchPart(glob: string, name: string | undefined): boolean {
  if (name === undefined) return false
  let at = 0
  let star = -1
  let starAt = 0
  let index = 0
  while (at < name.length) {
    if (index < glob.length && (glob[index] === '?' || (glob[index] === name[at] && glob[index] !== '*'))) {
      at++
      index++
    } else if (glob[index] === '*') {
      star = index++
      starAt = at
    } else if (star >= 0) {
      index = star + 1
      at = ++starAt
    } else return false
  }
  while (glob[index] === '*') index++
  return index === glob.length
}

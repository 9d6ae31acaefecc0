import { posix } from 'node:path'

const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/

/**
 * Returns the file and the name in it that `api.users.find` means, as Python would import it: from the root or from a
 * folder that holds the first of the names. Where several files fit, the one nearest to `beside` is meant. Null for a
 * name that no file among `paths` answers to.
 */
export function handlerPlace(
  dotted: string,
  beside: string,
  paths: ReadonlySet<string>,
): { readonly path: string; readonly name: string } | null {
  const parts = dotted.split('.')
  if (parts.length < 2 || parts.length > 20 || !parts.every(part => NAME.test(part))) return null
  for (let length = parts.length - 1; length > 0; length--) {
    const module = parts.slice(0, length).join('/')
    const path = nearest([`${module}.py`, `${module}/__init__.py`], beside, paths)
    if (path !== null) return { path, name: parts.slice(length).join('.') }
  }
  return null
}

/** Looks in the folders above the document first, from its own to the root, then anywhere. */
function nearest(endings: readonly string[], beside: string, paths: ReadonlySet<string>): string | null {
  let folder = posix.dirname(beside)
  for (;;) {
    const base = folder === '.' ? '' : `${folder}/`
    const here = endings.find(ending => paths.has(base + ending))
    if (here !== undefined) return base + here
    if (folder === '.') break
    folder = posix.dirname(folder)
  }
  for (const path of paths) if (endings.some(ending => path.endsWith(`/${ending}`))) return path
  return null
}

import { posix } from 'node:path'

const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/

/** The Python files of a project by the last part of a module's name: `users` for `users.py` and `users/__init__.py`. */
export type PythonModules = ReadonlyMap<string, readonly string[]>

/** Returns the Python files among `paths` by the name of their module. */
export function modulesOf(paths: readonly string[]): PythonModules {
  const modules = new Map<string, string[]>()
  for (const path of paths) {
    const name = /([^/]+)(\/__init__)?\.py$/.exec(path)?.[1]
    if (name === undefined) continue
    const known = modules.get(name)
    if (known === undefined) modules.set(name, [path])
    else known.push(path)
  }
  return modules
}

/**
 * Returns the file and the name in it that `api.users.find` means, as Python would import it: from the root or from a
 * folder that holds the first of the names. Where several files fit, the one nearest to `beside` is meant. Null for a
 * name that no file answers to.
 */
export function handlerPlace(
  dotted: string,
  beside: string,
  modules: PythonModules,
): { readonly path: string; readonly name: string } | null {
  const parts = dotted.split('.')
  if (parts.length < 2 || parts.length > 20 || !parts.every(part => NAME.test(part))) return null
  for (let length = parts.length - 1; length > 0; length--) {
    const module = parts.slice(0, length).join('/')
    const files = modules.get(parts[length - 1] ?? '') ?? []
    const path = nearest([`${module}.py`, `${module}/__init__.py`], beside, files)
    if (path !== null) return { path, name: parts.slice(length).join('.') }
  }
  return null
}

/** Looks in the folders above the document first, from its own to the root, then anywhere. */
function nearest(endings: readonly string[], beside: string, files: readonly string[]): string | null {
  const fitting = files.filter(file => endings.some(ending => `/${file}`.endsWith(`/${ending}`)))
  if (fitting.length < 2) return fitting[0] ?? null
  let folder = posix.dirname(beside)
  for (;;) {
    const base = folder === '.' ? '' : `${folder}/`
    const here = endings.find(ending => fitting.includes(base + ending))
    if (here !== undefined) return base + here
    if (folder === '.') break
    folder = posix.dirname(folder)
  }
  return fitting[0] ?? null
}

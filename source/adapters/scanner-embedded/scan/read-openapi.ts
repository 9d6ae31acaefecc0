import type { HandledRoute } from '../taint/handled-route.js'
import { modulesOf } from './handler-place.js'
import { routesOfDocument } from './openapi-routes.js'
import { readSource } from './read-source.js'

/** What OpenAPI documents, or the folders they stand in, are called. */
const LIKELY = /(openapi|swagger|spec|api)[^.]*(\/|\.)/i
const DOCUMENT = /\.(ya?ml|json)$/i

/** More documents than this are not read, and none longer than this, in UTF-16 units: reading one takes time. */
const MAX_DOCUMENTS = 20
const MAX_LENGTH = 300_000

/** The first lines say what a document is. */
const HEAD = 2_000
const OPENAPI = /^["']?(openapi|swagger)["']?\s*:|[{,]\s*"(openapi|swagger)"\s*:/m

/** Handlers are named by module and function; documents made for clients give operations a plain name. */
const NAMES_HANDLERS =
  /operationId["']?\s*:\s*["']?[A-Za-z_][A-Za-z0-9_]*\.[A-Za-z_]|x-(openapi|swagger)-router-controller/

/** Reads the routes that the OpenAPI documents of a project give to its functions, as they are now. */
export type RouteReader = (
  root: string,
  paths: readonly string[],
  usesConnexion: boolean,
) => Promise<readonly HandledRoute[]>

/**
 * Returns a reader that parses a document anew only when its text changed. Documents are looked for only where there is
 * Python to handle routes, by their names, or wherever YAML is in a project that depends on Connexion.
 */
export function createRouteReader(): RouteReader {
  let parsed = new Map<string, { readonly text: string; readonly content: unknown }>()
  return async (root, paths, usesConnexion) => {
    const likely = paths.filter(
      path => DOCUMENT.test(path) && (LIKELY.test(path) || (usesConnexion && !path.endsWith('.json'))),
    )
    if (likely.length === 0) return []
    const modules = modulesOf(paths)
    if (modules.size === 0) return []
    const now: typeof parsed = new Map()
    const routes: HandledRoute[] = []
    for (const path of byName(likely).slice(0, MAX_DOCUMENTS)) {
      const reading = readSource(root, path)
      if (reading.kind !== 'text' || !isDocument(reading.text)) continue
      const { text } = reading
      const before = parsed.get(path)
      const content = before?.text === text ? before.content : await parse(path, text)
      now.set(path, { text, content })
      routes.push(...routesOfDocument(content, path, modules))
    }
    parsed = now
    return routes
  }
}

/** The likeliest first: a project may have more YAML than is read. */
function byName(paths: readonly string[]): readonly string[] {
  const isNamed = (path: string): boolean => /openapi|swagger/i.test(path)
  return [...paths.filter(isNamed), ...paths.filter(path => !isNamed(path))]
}

function isDocument(text: string): boolean {
  return text.length <= MAX_LENGTH && OPENAPI.test(text.slice(0, HEAD)) && NAMES_HANDLERS.test(text)
}

/** Null for what cannot be read: the functions then are what they are without the document. */
async function parse(path: string, text: string): Promise<unknown> {
  // Loaded here: few projects have such a document.
  const { parseDocumentText } = await import('./parse-openapi.js')
  return parseDocumentText(text, /\.json$/i.test(path))
}

import type { HandledRoute } from '../taint/handled-route.js'
import { fieldsOf } from './fields-of.js'
import { handlerPlace, type PythonModules } from './handler-place.js'

const METHODS = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'trace']

/** More routes than this are not kept: what hand-written projects have is far below. */
const MAX_ROUTES = 2_000

type Fields = ReturnType<typeof fieldsOf>

/**
 * Returns the routes of an OpenAPI (or Swagger 2) document whose handlers are functions of Python: those
 * that `operationId` names with its module, or beside `x-openapi-router-controller` without (Connexion's documentation,
 * "Routing"). `place` is where the document stands, to choose among files that the name of a module fits.
 */
export function routesOfDocument(
  document: unknown,
  place: string,
  modules: PythonModules,
): readonly HandledRoute[] {
  const found: HandledRoute[] = []
  for (const [address, item] of Object.entries(fieldsOf(fieldsOf(document).paths))) {
    for (const method of METHODS) {
      const operation = fieldsOf(fieldsOf(item)[method])
      const handler = handlerOf(operation, fieldsOf(item), fieldsOf(document))
      const where = handler === null ? null : handlerPlace(handler, place, modules)
      if (where === null) continue
      const parameters = [...listOf(fieldsOf(item).parameters), ...listOf(operation.parameters)]
      const decoration = decorationOf(
        address,
        method,
        operation,
        parameters.map(one => resolve(one, document)),
      )
      found.push({ ...where, decoration })
      if (found.length >= MAX_ROUTES) return found
    }
  }
  return found
}

/** The dotted name of the function that answers. */
function handlerOf(...levels: readonly [operation: Fields, item: Fields, document: Fields]): string | null {
  const id = levels[0].operationId
  if (typeof id !== 'string' || id.length > 300) return null
  const controller = levels
    .flatMap(one => [one['x-openapi-router-controller'], one['x-swagger-router-controller']])
    .find(one => typeof one === 'string')
  return controller === undefined ? id : `${controller}.${id}`
}

/**
 * The route as decorators of Flask and FastAPI write it: `{name}` is one segment of the address, `{name:query}` may hold
 * anything, and numbers are `<int:name>`.
 */
function decorationOf(
  address: string,
  method: string,
  operation: Fields,
  parameters: readonly Fields[],
): string {
  const numbers = new Set(parameters.filter(isNumber).map(nameOf))
  const way = address.replace(/\{([^{}]*)\}/g, (whole, name: string) =>
    numbers.has(argument(name)) ? `<int:${argument(name)}>` : whole === '{}' ? '' : `{${argument(name)}}`,
  )
  const others = parameters
    .filter(one => /^(query|formData)$/.test(String(one.in)) && !isNumber(one))
    .map(nameOf)
  const bodies = parameters.filter(one => one.in === 'body').map(nameOf)
  const body = operation.requestBody === undefined ? bodies : ['body']
  const asked = [...others, ...body].filter(name => name !== '').map(name => `${name}={${name}:query}`)
  const question = asked.length === 0 ? '' : `?${asked.join('&')}`
  const text = `${way}${question}`.replace(/['\n\\]/g, '').slice(0, 2_000)
  return `@openapi.route('${text}', methods=['${method.toUpperCase()}'])`
}

function isNumber(parameter: Fields): boolean {
  return /^(integer|number|boolean)$/.test(String(parameter.type ?? fieldsOf(parameter.schema).type))
}

function nameOf(parameter: Fields): string {
  return argument(String(parameter.name ?? ''))
}

/** The argument that Connexion passes a parameter in. */
function argument(name: string): string {
  return name.trim().replace(/[^A-Za-z0-9_]/g, '_')
}

/** Looks up `#/components/parameters/name` in the document; other references stay unknown. */
function resolve(parameter: unknown, document: unknown): Fields {
  const reference = fieldsOf(parameter).$ref
  if (typeof reference !== 'string' || !reference.startsWith('#/')) return fieldsOf(parameter)
  return fieldsOf(
    reference
      .slice(2)
      .split('/')
      .reduce<unknown>((at, key) => fieldsOf(at)[key], document),
  )
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

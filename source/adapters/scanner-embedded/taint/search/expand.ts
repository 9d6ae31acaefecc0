import { LANGUAGE_TABLE } from '../../tree/language.js'
import type { SyntaxNode } from '../../tree/syntax-node.js'
import { isLookedAt } from '../guards/looked-at.js'
import { indexKey, placeOf } from '../model/file-model.js'
import { reachingDefinitions } from '../model/reaching.js'
import { expandCall } from './expand-call.js'
import { expandName } from './expand-name.js'
import { fixedFrom, isBehindHost, isHost, leadsSomewhere } from './fixed-prefix.js'
import { isOwnObject, isReceiver } from './own-object.js'
import type { Search } from './search.js'
import { isStillEncoded } from './still-encoded.js'
import { follow, type Task } from './task.js'

/** Looks at one node: reports a source, or pushes the nodes its value comes from. */
export function expandTask(search: Search, task: Task): void {
  const { model } = search
  if (isSourceRead(search, task)) return
  const shape = model.shape(task.node)
  switch (shape.is) {
    case 'name':
      expandName(search, task, shape.name)
      return
    case 'member':
      if (!model.language.neutralProperties.includes(shape.property))
        search.push({
          ...follow(task, shape.object, [shape.property, ...task.path]),
          head: task.head,
          isDecoded: task.isDecoded || search.lists.decodes(shape.property),
        })
      return
    case 'index': {
      const key = indexKey(model, shape.index)
      if (!model.language.neutralProperties.includes(key))
        search.push({ ...follow(task, shape.object, [key, ...task.path]), head: task.head })
      return
    }
    case 'call':
      expandCall(search, task, shape)
      return
    case 'text': {
      if (search.lists.endsInText) return
      const end = fixedFrom(search, shape.parts)
      for (const part of shape.parts.slice(0, end)) search.push(follow(task, part))
      return
    }
    case 'choice':
      search.push(follow(task, shape.whenTrue, task.path))
      if (shape.whenFalse !== null) search.push(follow(task, shape.whenFalse, task.path))
      return
    case 'either':
      for (const option of shape.options) search.push(follow(task, option, task.path))
      return
    case 'list':
      expandList(search, task, shape.items)
      return
    case 'record':
      expandRecord(search, task)
      return
    case 'spread':
    case 'same':
      search.push({ ...follow(task, shape.inner, task.path), head: task.head })
      return
    case 'parts':
      for (const node of shape.nodes) search.push(follow(task, node))
      return
    default:
      return
  }
}

function expandList(search: Search, task: Task, items: readonly SyntaxNode[]): void {
  const [key, ...rest] = task.path
  const hasSpread = items.some(item => search.model.shape(item).is === 'spread')
  const place = key === undefined || !/^[0-9]+$/.test(key) || hasSpread ? null : Number(key)
  items.forEach((item, index) => {
    if (place === null || place === index) search.push(follow(task, item, rest))
  })
}

/** An entry of the asked name hides those before it; computed keys and spreads may always be the one. */
function expandRecord(search: Search, task: Task): void {
  const shape = search.model.shape(task.node)
  if (shape.is !== 'record') return
  // Conditions given as a hash are bound, whatever its values are: where(name: params[:name]).
  if (search.model.language.returnsLast && search.query.weakness === 'sql-injection') return
  const [key, ...rest] = task.path
  // `url.URL{Host: own, Path: …}`, `url.URL{RawQuery: …}`: an address put together from its parts.
  const isAddress = leadsSomewhere(search)
  const setsHost = isAddress && shape.entries.some(entry => entry.key !== null && isHost(entry.key))
  for (const entry of [...shape.entries].reverse()) {
    if (isAddress && entry.key !== null && isBehindHost(entry.key)) continue
    if (setsHost && /^(Path|RawPath|path|pathname)$/.test(entry.key ?? '')) continue
    if (key === undefined && entry.key !== null && isHeldApart(search, entry.key)) continue
    if (entry.isSpread) search.push(follow(task, entry.value, task.path))
    else if (key === undefined || key === '*' || entry.key === null || entry.key === key) {
      search.push(follow(task, entry.value, rest))
      if (key !== undefined && entry.key === key) return
    }
  }
}

/**
 * What a query is given beside its text, and what an address is given behind its path: `{ text, values }`,
 * `{ pathname, query }`. Python's records fill texts: `'… %(name)s' % {'name': name}`.
 */
function isHeldApart(search: Search, key: string): boolean {
  if (LANGUAGE_TABLE[search.model.file.grammar.language].family !== 'javascript') return false
  if (search.query.weakness === 'sql-injection')
    return /^(values|params|parameters|query_params|variables|bind|bindings|replacements|args|binds|types|context|name)$/.test(
      key,
    )
  return (
    search.query.weakness === 'open-redirect' && /^(query|search|hash|searchParams|state|params)$/.test(key)
  )
}

/** Reports the source when the lists call this read one, unless the member was written over before. */
function isSourceRead(search: Search, task: Task): boolean {
  const { model } = search
  const [key = '', ...rest] = task.path
  if (task.node.end - task.node.start > 120) return false
  const shape = model.shape(task.node)
  if (shape.is !== 'name' && shape.is !== 'member' && shape.is !== 'call' && shape.is !== 'index')
    return false
  const object = model.text(task.node).replace(/\s+/g, '').replaceAll('?.', '.')
  const label = search.lists.sourceRead(object, key, rest)
  if (label === null) return false
  if (isStillEncoded(search, task, key === '' ? object : `${object}.${key}`)) return true
  const place = placeOf(model, task.node)
  if (place !== null) {
    const path = [...place.path, ...task.path]
    if (!search.guards.lets(place.root, place.name, path, task, search.isStrict)) return true
    const variable = model.variableAt(place.root, place.name)
    if (variable === null && isReceiver(model, place)) return false
    if (variable !== null) {
      const reaching = reachingDefinitions(model, variable, place.root, path)
      const isReplaced = reaching.isCovered && reaching.definitions.some(one => one.writes.length > 0)
      if (isReplaced || reaching.definitions.some(one => isOwnObject(model, one))) return false
    }
  }
  if (search.isStrict && isLookedAt(model, task.head, model.text(task.head))) return true
  search.hit({ is: 'source', node: task.head, label }, task)
  return true
}

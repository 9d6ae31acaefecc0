import { expect, test } from 'vitest'
import { scannerOf } from './support.js'

// A route hands input to a function of another file; whether the two belong together is told by the import alone.

const QUERY_RULE = {
  id: 'js-query',
  rule: { pattern: 'query($SQL)' },
  keywords: ['query'],
  more: { confidence: { taint: 'high' }, taint: { sources: ['http-input'], sink: 'SQL' } },
}
const DAO = 'export const find = id => { query(id) }'
const routeFor = (module: string) =>
  `import { find } from '${module}'\nexport const route = req => { find(req.query.id) }`

type Files = Readonly<Record<string, string>>

async function filesOfTraces(files: Files): Promise<readonly string[]> {
  const { scanner, root } = await scannerOf([QUERY_RULE], files)
  const { findings, errors } = await scanner.scan({ root, paths: [] })
  expect(errors).toEqual([])
  return findings.flatMap(({ trace }) => [...new Set(trace.map(step => step.path))])
}

const FOUND: readonly (readonly [name: string, files: Files, from: string, to: string])[] = [
  [
    'paths of a tsconfig with comments and a comma at the end',
    {
      'tsconfig.json': '{ // ours\n "compilerOptions": { "paths": { "@db/*": ["./server/db/*"], } } }',
      'server/routes/a.js': routeFor('@db/users'),
      'server/db/users.js': DAO,
    },
    'server/routes/a.js',
    'server/db/users.js',
  ],
  [
    'paths relative to a base folder, for a single module',
    {
      'web/tsconfig.base.json':
        '{"compilerOptions":{"baseUrl":"./lib","paths":{"@users":["store/users.ts"]}}}',
      'web/a.js': routeFor('@users'),
      'web/lib/store/users.js': DAO,
    },
    'web/a.js',
    'web/lib/store/users.js',
  ],
  [
    'a base folder alone',
    {
      'jsconfig.json': '{"compilerOptions":{"baseUrl":"server"}}',
      'server/a.js': routeFor('db/users'),
      'server/db/users.js': DAO,
    },
    'server/a.js',
    'server/db/users.js',
  ],
  [
    'imports of a package',
    {
      'package.json': '{"imports":{"#db/*":{"node":"./server/db/*.js"}}}',
      'server/a.js': routeFor('#db/users'),
      'server/db/users.js': DAO,
    },
    'server/a.js',
    'server/db/users.js',
  ],
  [
    'another package of the repository',
    {
      'packages/store/package.json': '{"name":"@shop/store","main":"dist/index.js"}',
      'packages/store/src/index.js': DAO,
      'packages/web/a.js': routeFor('@shop/store'),
    },
    'packages/web/a.js',
    'packages/store/src/index.js',
  ],
  [
    'the nearest of two tsconfigs',
    {
      'tsconfig.json': '{"compilerOptions":{"paths":{"@db/*":["./old/*"]}}}',
      'old/users.js': 'export const find = id => id',
      'web/tsconfig.json': '{"compilerOptions":{"paths":{"@db/*":["./db/*"]}}}',
      'web/a.js': routeFor('@db/users'),
      'web/db/users.js': DAO,
    },
    'web/a.js',
    'web/db/users.js',
  ],
]

test.each(FOUND)('an import is followed by %s', async (_name, files, from, to) => {
  expect(await filesOfTraces(files)).toEqual([from, to])
})

const NOT_FOUND: readonly (readonly [name: string, files: Files])[] = [
  ['without any alias', {}],
  ['with a tsconfig that is no JSON', { 'tsconfig.json': '{"compilerOptions": {"paths": {' }],
  [
    'with a tsconfig of other shapes',
    { 'tsconfig.json': '{"compilerOptions": {"baseUrl": 1, "paths": [1]}}' },
  ],
  [
    'with an alias of another folder',
    { 'app/tsconfig.json': '{"compilerOptions":{"paths":{"@db/*":["../server/db/*"]}}}' },
  ],
  [
    'with an alias that leaves the project',
    { 'tsconfig.json': '{"compilerOptions":{"paths":{"@db/*":["../../db/*"]}}}' },
  ],
]

test.each(NOT_FOUND)('an import stands for itself %s', async (_name, files) => {
  const project = { 'server/a.js': routeFor('@db/users'), 'server/db/users.js': DAO, ...files }
  expect(await filesOfTraces(project)).toEqual([])
})

import { expect, test } from 'vitest'
import { handlerPlace, modulesOf } from '../../../../source/adapters/scanner-embedded/scan/handler-place.js'

const FILES = [
  'one/api/users.py',
  'one/openapi/spec.yml',
  'two/src/api/users.py',
  'two/src/api/__init__.py',
  'two/src/api/orders/__init__.py',
]

test.each([
  ['api.users.find', 'one/openapi/spec.yml', { path: 'one/api/users.py', name: 'find' }],
  ['api.users.find', 'two/src/spec.yml', { path: 'two/src/api/users.py', name: 'find' }],
  ['one.api.users.Users.find', 'spec.yml', { path: 'one/api/users.py', name: 'Users.find' }],
  ['api.orders.list', 'two/spec.yml', { path: 'two/src/api/orders/__init__.py', name: 'list' }],
  ['api.ping', 'two/spec.yml', { path: 'two/src/api/__init__.py', name: 'ping' }],
  ['pi.users.find', 'spec.yml', null],
  ['users', 'spec.yml', null],
  ['api..users.find', 'spec.yml', null],
  ['../api.users.find', 'spec.yml', null],
])('%s, said in %s', (dotted, beside, place) => {
  expect(handlerPlace(dotted, beside, modulesOf(FILES))).toEqual(place)
})

import { expect, test } from 'vitest'
import { skipByPath } from '../../../../source/adapters/scanner-embedded/scan/skip-reason.js'

test.each([
  ['lib/requests/sessions.py', 'generated'],
  ['ext/subliminal_patch/core.py', 'generated'],
  ['libs/flask_socketio/__init__.py', 'generated'],
  ['lib/shop/requests.py', null],
  ['requests/views.py', null],
  ['lib/cuckoo/common/utils.py', null],
])('a library that a program carries with it is left out: %s', (path, reason) => {
  expect(skipByPath(path)).toBe(reason)
})

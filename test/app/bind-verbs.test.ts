import { expect, test } from 'vitest'
import { bindVerbs } from '../../source/app/bind-verbs.js'
import { createFakeToolbox } from '../support/fake-toolbox.js'
import { take } from '../support/results.js'

test('a session that was opened on a folder scans that folder, and single files as they are asked for', async () => {
  const tools = createFakeToolbox({ files: { 'web/a.js': 'eval(x)\n', 'api/b.js': 'eval(y)\n' } })
  const { scan } = bindVerbs(tools, ['web'])
  const { signal } = new AbortController()
  const pathsOf = async (paths: readonly string[]) =>
    take(await scan({ paths, signal })).findings.map(one => one.path)
  expect(await pathsOf([])).toEqual(['web/a.js'])
  expect(await pathsOf(['api/b.js'])).toEqual(['api/b.js'])
})

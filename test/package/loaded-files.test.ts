import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { builtCli } from '../support/built.js'
import { createTempFolder, createTempProject, type TempProject } from '../support/temp-project.js'

/** Runs the built tool; returns the names of its files that Node loaded, sorted. */
function filesLoaded(project: TempProject, home: string, ...args: readonly string[]): readonly string[] {
  const coverage = createTempFolder()
  execFileSync(process.execPath, [builtCli(), ...args], {
    cwd: project.root,
    env: { ...process.env, GUARDRAIL_COACH_HOME: home, NODE_V8_COVERAGE: coverage },
    stdio: 'ignore',
  })
  const reports = readdirSync(coverage).map(name => JSON.parse(readFileSync(join(coverage, name), 'utf8')))
  const urls = reports.flatMap(({ result }): string[] => result.map(({ url }: { url: string }) => url))
  const own = urls.filter(url => url.includes(dirname(builtCli())))
  return [...new Set(own.map(url => basename(url)))].sort()
}

const PROJECT = { 'app.js': "const q = require('express')\nmodule.exports = q\n" }

test('the version is told from one file', () => {
  expect(filesLoaded(createTempProject(PROJECT), createTempFolder(), '--version')).toEqual(['cli.js'])
})

test('a scan opens few files, and what the cache answers neither matcher nor parser', () => {
  const project = createTempProject(PROJECT)
  const home = createTempFolder()
  project.commitAll()
  const first = filesLoaded(project, home, 'scan', '--json')
  expect(first.filter(file => file.startsWith('open-engine'))).toHaveLength(1)
  expect(first.length).toBeLessThanOrEqual(14)
  // What was written within two seconds of the last scan is read once more, so its text is known by its digest.
  const again = filesLoaded(project, home, 'scan', '--json')
  expect(again.filter(file => file.startsWith('open-engine'))).toEqual([])
  expect(again.length).toBeLessThanOrEqual(9)
})

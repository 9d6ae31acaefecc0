import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sha256 } from '../../../source/adapters/system/sha256.js'
import { createWorkspace } from '../../../source/adapters/workspace-fs/create-workspace.js'
import type { Workspace } from '../../../source/ports/workspace.js'
import { messageOf, take } from '../../support/results.js'
import { createTempFolder, createTempProject } from '../../support/temp-project.js'

async function open(root: string): Promise<Workspace> {
  return take(await createWorkspace(root, { state: createTempFolder() }))
}

test('a byte-order mark and Windows line ends survive reading and writing byte for byte', async () => {
  const text = '\uFEFFa\r\nb\r\n'
  const project = createTempProject({ 'a.js': text })
  const before = project.bytes('a.js')
  const workspace = await open(project.root)
  const file = take(await workspace.read('a.js'))
  expect(file.text).toBe(text)
  expect(file.hash).toBe(sha256(before))
  const changed = take(await workspace.write('a.js', `${text}c`, file.hash))
  take(await workspace.write('a.js', file.text, changed.hash))
  expect(project.bytes('a.js').equals(before)).toBe(true)
})

test('a write keeps the mode of the file and leaves nothing beside it', async () => {
  const project = createTempProject({ 'run.sh': '#!/bin/sh\n' })
  chmodSync(join(project.root, 'run.sh'), 0o755)
  const workspace = await open(project.root)
  take(await workspace.write('run.sh', 'echo\n', sha256('#!/bin/sh\n')))
  expect(statSync(join(project.root, 'run.sh')).mode & 0o777).toBe(0o755)
  expect(readdirSync(project.root)).toEqual(['run.sh'])
})

test('a write is refused when the file is not what was expected, and the file stays', async () => {
  const project = createTempProject({ 'a.js': 'theirs' })
  const workspace = await open(project.root)
  expect(messageOf(await workspace.write('a.js', 'mine', sha256('old')))).toMatch(/changed by somebody/)
  expect(messageOf(await workspace.write('a.js', 'mine', null))).toMatch(/appeared/)
  expect(messageOf(await workspace.write('b.js', 'mine', sha256('old')))).toMatch(/deleted/)
  expect(project.read('a.js')).toBe('theirs')
  expect(existsSync(join(project.root, 'b.js'))).toBe(false)
})

test('a new file is made with its folders, and removing it takes the empty folders away again', async () => {
  const project = createTempProject({ 'keep.txt': 'x' })
  const workspace = await open(project.root)
  take(await workspace.write('.guardrail-coach/learned/a.md', 'rule', null))
  expect(project.read('.guardrail-coach/learned/a.md')).toBe('rule')
  take(await workspace.remove('.guardrail-coach/learned/a.md', sha256('rule')))
  expect(readdirSync(project.root)).toEqual(['keep.txt'])
})

test('removing keeps a folder that holds something else, and refuses a changed file', async () => {
  const project = createTempProject({ 'a/b.txt': 'b', 'a/c.txt': 'c' })
  const workspace = await open(project.root)
  expect(messageOf(await workspace.remove('a/b.txt', sha256('other')))).toMatch(/changed/)
  take(await workspace.remove('a/b.txt', sha256('b')))
  expect(readdirSync(join(project.root, 'a'))).toEqual(['c.txt'])
})

test('paths that leave the project are refused, whatever their shape', async () => {
  const project = createTempProject({ 'a.js': 'a' })
  const workspace = await open(project.root)
  for (const path of ['../x', '/etc/passwd', 'a/../../x', '', 'a\0b', '..']) {
    expect(messageOf(await workspace.read(path)), path).toMatch(/not inside the project/)
    expect(messageOf(await workspace.write(path, 'x', null)), path).toMatch(/not inside the project/)
  }
})

test('links that lead out of the project are neither read nor written through', async () => {
  const outside = createTempProject({ 'secret.txt': 'secret' })
  const project = createTempProject({ 'a.js': 'a' })
  symlinkSync(join(outside.root, 'secret.txt'), join(project.root, 'file-link'))
  symlinkSync(outside.root, join(project.root, 'folder-link'))
  symlinkSync(join(outside.root, 'missing.txt'), join(project.root, 'dangling'))
  const workspace = await open(project.root)
  for (const path of ['file-link', 'folder-link/secret.txt', 'folder-link/new.txt', 'dangling']) {
    expect(messageOf(await workspace.read(path)), path).toMatch(/leads out/)
    expect(messageOf(await workspace.write(path, 'x', null)), path).toMatch(/leads out/)
    expect(messageOf(await workspace.remove(path, sha256('secret'))), path).toMatch(/leads out/)
  }
  expect(readdirSync(outside.root)).toEqual(['secret.txt'])
  expect(outside.read('secret.txt')).toBe('secret')
})

test('a link inside the project is written through and stays a link', async () => {
  const project = createTempProject({ 'CLAUDE.md': 'old' })
  symlinkSync('CLAUDE.md', join(project.root, 'AGENTS.md'))
  const workspace = await open(project.root)
  take(await workspace.write('AGENTS.md', 'new', sha256('old')))
  expect(readlinkSync(join(project.root, 'AGENTS.md'))).toBe('CLAUDE.md')
  expect(project.read('CLAUDE.md')).toBe('new')
})

test("git's own files are never written, not even by another spelling", async () => {
  const project = createTempProject({ 'a.js': 'a' })
  project.commitAll()
  const workspace = await open(project.root)
  expect(messageOf(await workspace.write('.git/hooks/pre-commit', 'x', null))).toMatch(/git's own/)
  expect(messageOf(await workspace.write('sub/.GIT/config', 'x', null))).toMatch(/git's own/)
  expect(existsSync(join(project.root, '.git/hooks/pre-commit'))).toBe(false)
})

test('binary, broken, missing and irregular files are problems with a reason', async () => {
  const project = createTempProject({
    'a.bin': new Uint8Array([1, 0, 2]),
    'b.txt': new Uint8Array([0xc3, 0x28]),
  })
  mkdirSync(join(project.root, 'folder'))
  execFileSync('mkfifo', [join(project.root, 'pipe')])
  const workspace = await open(project.root)
  expect(messageOf(await workspace.read('a.bin'))).toMatch(/binary/)
  expect(messageOf(await workspace.read('b.txt'))).toMatch(/UTF-8/)
  expect(messageOf(await workspace.read('none'))).toMatch(/does not exist/)
  expect(messageOf(await workspace.read('folder'))).toMatch(/regular|folder/)
  expect(messageOf(await workspace.read('pipe'))).toMatch(/regular/)
})

test('list gives the files of one folder, sorted, and nothing for a folder that is not there', async () => {
  const project = createTempProject({ 'd/b.md': '', 'd/a.md': '', 'd/sub/c.md': '' })
  const workspace = await open(project.root)
  expect(await workspace.list('d')).toEqual(['a.md', 'b.md'])
  expect(await workspace.list('none')).toEqual([])
  expect(await workspace.exists('d/a.md')).toBe(true)
  expect(await workspace.exists('d/z.md')).toBe(false)
})

test('a path that is no folder is a problem, not a crash', async () => {
  const project = createTempProject({ file: '' })
  expect(messageOf(await createWorkspace(join(project.root, 'file')))).toMatch(/not a folder/)
  expect(messageOf(await createWorkspace(join(project.root, 'none')))).toMatch(/not a folder/)
})

test('the next start removes the temporary file of a killed process and nothing that looks alike', async () => {
  const state = createTempFolder()
  const project = createTempProject({ 'a.js': 'a' })
  const dead = Number(
    execFileSync(process.execPath, ['-e', 'process.stdout.write(String(process.pid))'], { encoding: 'utf8' }),
  )
  const left = join(project.root, `.a.js.guardrail-coach-${dead}-00112233.tmp`)
  const running = join(project.root, `.a.js.guardrail-coach-${process.pid}-00112233.tmp`)
  mkdirSync(join(state, 'unfinished'))
  for (const [index, path] of [left, running, join(project.root, 'a.js')].entries()) {
    if (path !== join(project.root, 'a.js')) writeFileSync(path, 'half')
    writeFileSync(join(state, 'unfinished', `${index}.note`), path)
  }
  await createWorkspace(project.root, { state })
  expect(existsSync(left)).toBe(false)
  expect(existsSync(running)).toBe(true)
  expect(project.read('a.js')).toBe('a')
})

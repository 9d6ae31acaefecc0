import { describe, expect, test } from 'vitest'
import { TEXT_RULES } from '../../../source/adapters/scanner-text/text-rules.js'
import { applyEdits, orderEdits } from '../../../source/core/fix/apply-edits.js'
import { readWeaknesses } from '../../support/weaknesses.js'
import { CASES, type Case } from './cases.js'

test('every rule has its cases, and names a weakness of the list', () => {
  expect(Object.keys(CASES).sort()).toEqual(TEXT_RULES.map(rule => rule.id).sort())
  const known = new Map(readWeaknesses().map(weakness => [weakness.id, weakness.cwe]))
  for (const { weakness, cwe } of TEXT_RULES)
    expect(known.get(weakness), weakness).toEqual(expect.arrayContaining([cwe[0]]))
})

describe.each(TEXT_RULES.map(rule => [rule.id, rule] as const))('%s', (id, rule) => {
  const { path, invalid, valid, fixed } = CASES[id] as Case
  const find = (text: string) => (text.includes(rule.keyword) ? rule.find(text) : [])

  test('finds what it is for and nothing else', () => {
    expect(rule.files.test(path)).toBe(true)
    for (const text of invalid) expect(find(text), text).toHaveLength(1)
    for (const text of valid) expect(find(text), text).toHaveLength(0)
  })

  test('a fix leaves nothing to find', () => {
    for (const text of invalid) {
      const [match] = find(text)
      for (const fix of rule.fixes) {
        const edits = match && fix.edits(text, match)
        const ordered = edits ? orderEdits(edits) : null
        const after = ordered === null ? null : applyEdits(text, ordered)
        if (text === invalid[0]) expect(after).toBe(fixed)
        if (after !== null) expect(find(after), after).toHaveLength(0)
      }
    }
  })

  test('unfinished and endless text costs no more than reading it', () => {
    const part = invalid[0] ?? ''
    for (const text of [part.slice(0, -2).repeat(3_000), part.slice(0, 5).repeat(40_000)]) rule.find(text)
  })
})

test.each([
  ['single quotes keep the shell from reading a variable', "- run: echo '${{ github.head_ref }}'\n"],
  [
    'a step with variables of its own is left to its author',
    '- env:\n    A: b\n  run: echo ${{ github.head_ref }}\n',
  ],
  ['variables below the script count, too', '- run: echo ${{ github.head_ref }}\n  env:\n    A: b\n'],
])('%s, so no change is offered', (_, text) => {
  const rule = TEXT_RULES.find(one => one.id === 'workflow-text-in-script')
  const [match] = rule?.find(text) ?? []
  expect(match).toBeDefined()
  expect(match && rule?.fixes[0]?.edits(text, match)).toBeNull()
})

test('every use in the script becomes the variable, CRLF is kept', () => {
  const rule = TEXT_RULES.find(one => one.id === 'workflow-text-in-script')
  const use = '${{ github.event.pull_request.title }}'
  const text = `steps:\r\n  - name: n\r\n    run: |\r\n      echo "a ${use}"\r\n      echo ${use}\r\n`
  const [match] = rule?.find(text) ?? []
  const edits = match && rule?.fixes[0]?.edits(text, match)
  expect(applyEdits(text, orderEdits(edits ?? []) ?? [])).toBe(
    `steps:\r\n  - name: n\r\n    env:\r\n      PULL_REQUEST_TITLE: ${use}\r\n    run: |\r\n      echo "a \${PULL_REQUEST_TITLE}"\r\n      echo "\${PULL_REQUEST_TITLE}"\r\n`,
  )
})

test('a workflow is sure to be harmful only where strangers make it run with more rights than they have', () => {
  const rule = TEXT_RULES.find(one => one.id === 'workflow-text-in-script')
  const sure = (on: string, expression: string, more = '') => {
    const text = `name: x\non:\n${on}\njobs:\n  a:\n    steps:\n      - run: echo "\${{ github.${expression} }}"${more}\n`
    return rule?.find(text).map(match => rule.sureOf?.(text, match))
  }
  expect(sure('  pull_request_target:', 'event.pull_request.title')).toEqual(['high'])
  expect(sure('  issues:\n    types: [opened]', 'event.issue.title')).toEqual(['high'])
  expect(sure('  issue_comment:', 'event.comment.body')).toEqual(['high'])
  expect(sure('  pull_request:\n    branches: [main]', 'event.pull_request.title')).toEqual(['low'])
  expect(sure('  push:\n  pull_request:', 'head_ref')).toEqual(['low'])
  expect(sure('  push:', 'event.head_commit.message')).toEqual(['low'])
  expect(sure('  workflow_run:\n    workflows: [ci]', 'event.workflow_run.head_branch')).toEqual(['medium'])
  expect(sure('  workflow_run:\n    branches: [main]', 'event.workflow_run.head_branch')).toEqual(['low'])
  const merged = '\n        if: github.event.pull_request.merged == true'
  expect(sure('  pull_request_target:', 'event.pull_request.title', merged)).toEqual(['low'])
  const asks = "\n        if: github.event.comment.author_association == 'OWNER'"
  expect(sure('  issue_comment:', 'event.comment.body', asks)).toEqual(['low'])
})

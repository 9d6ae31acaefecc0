import { expect } from 'vitest'
import { rulesOf, shopWithRules } from '../learned.js'
import { treeOf } from '../samples.js'
import { scenario } from '../stage.js'

export const rulesReviewPlain = scenario(
  'on plain lines through a pipe a rule is read, promoted after a yes and written after its diff',
  async stage => {
    const project = await shopWithRules(stage)
    const before = treeOf(project.root)
    const review = (input: string) => stage.run(project, ['rules', 'review', '--plain'], { input })
    const refused = await review('1\n1\n1\n2\nq\n')
    expect(refused).toMatchObject({ code: 0, err: '' })
    expect(refused.out).toContain('passed: fires on the old code of the fix')
    expect(refused.out).toContain('No rule was changed.')
    expect(treeOf(project.root)).toEqual(before)

    expect((await review('1\n1\n1\n1\nq\n')).out).toContain('1 decision kept.')
    expect((await rulesOf(stage, project)).filter(rule => rule.status === 'promoted')).toHaveLength(1)

    const number = /^ {2}(\d+) {2}write the /m.exec((await review('5\nq\n')).out)?.[1] ?? ''
    const written = await review(`5\n${number}\n1\n`)
    expect(written.out).toContain('+- NEVER evaluate text')
    expect(written.out).toContain('git status --short shows:')
    expect(written.out).not.toContain('\x1b')
    expect(await stage.run(project, ['sync', '--check'])).toMatchObject({ code: 0 })
  },
)

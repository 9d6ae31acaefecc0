import { expect } from 'vitest'
import { rulesOf, shopWithRules } from '../learned.js'
import { scenario } from '../stage.js'

export const rulesReview = scenario(
  'a rule is worded, scoped, promoted, taken back, promoted again, and written after its preview',
  async stage => {
    const project = await shopWithRules(stage)
    const app = await stage.open(project, { args: ['rules'] }).at(80, 24)
    await app.see(/\d to review/, 'NEVER evaluate text', /of 900 tokens/)
    await app.press('e').see('of 40 words')
    await app.type(' @include').see('A bare @word')
    await app.press('enter').see('Not saved.')
    await app
      .press('ctrl+u')
      .type('NEVER eval a formula: it runs as code. Use `Number`.')
      .see('Nothing is wrong with it')
    await app.press('enter').see('Changed.')
    await app.press('s').see('Where it applies')
    await app
      .press('ctrl+u')
      .type('web/**, gone/**')
      .see('web/** 2 files', 'gone/** no file: this glob matches nothing')
    await app.press('enter').see('applies there')
    await app.press('p').see('Promoted.')
    await app.press('u').see('Taken back: promoted')
    expect((await rulesOf(stage, project)).every(rule => rule.status === 'candidate')).toBe(true)
    await app.press('p').see('Promoted.')
    app.resize(50, 15)
    await app.press('v').see('Nothing is written yet')
    await app.resize(120, 40).see('+ - NEVER eval a formula')
    await app.press('x').see('Nobody edited the block of this file by hand')
    expect(project.git('status', '--short')).not.toContain('AGENTS.md')
    await app.press('enter').see('Written:', 'git status --short shows:')
    await app.press('q').ends()
    const changed = project.git('ls-files', '--modified', '--others', '--exclude-standard').split('\n')
    const written = changed.filter(path => /AGENTS\.md|\.claude\/rules/.test(path))
    expect(written.length).toBeGreaterThan(0)
    for (const path of written)
      expect(project.read(path)).toContain('NEVER eval a formula: it runs as code. Use `Number`. (`gone/**`')
  },
)

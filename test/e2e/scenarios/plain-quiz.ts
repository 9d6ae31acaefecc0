import { expect } from 'vitest'
import { STALL, withCards } from '../samples.js'
import { scenario } from '../stage.js'

export const plainQuiz = scenario('the quiz asks on plain lines and tells right from wrong', async stage => {
  const developer = await withCards(stage, ['sql-injection', 'xss'])
  const project = stage.project(STALL)
  const { code, out, err } = await stage.run(project, ['quiz', '--plain'], {
    as: developer,
    input: '1\n\n1\n\n1\n\nq\n',
  })
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(out).toMatch(/^(?:Right|Wrong)\./m)
  expect(out).not.toContain('\x1b')
})

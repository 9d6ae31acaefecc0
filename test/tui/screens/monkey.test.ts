import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createFakeToolbox } from '../../support/fake-toolbox.js'
import { renderCoach } from '../support/render-coach.js'

const FILES = {
  'web/run.js': 'export const run = value => eval(value)\n',
  'web/two.js': 'eval(a)\neval(b)\nmd5(c)\n',
}

/** Keys that never confirm a change: Enter applies and keeps, so it is left out, as are p and u. */
const HARMLESS = 'jklhgGfsxnewo?/1234567890 \t\x1b[A\x1b[B\x1b[C\x1b[D\x7f\x04\x15'

test('whatever keys are pressed, resizes and pastes happen, the coach draws a whole frame and writes nothing unasked', async () => {
  const keys = fc.oneof(
    fc.constantFrom(...HARMLESS.split(/(?=\x1b)|/).filter(key => key !== '\x1b')),
    fc.constantFrom('\x1b[A', '\x1b[B', '\x1b[200~\r\rp\x1b[201~', '\x1b[5~', '\x1b[6~'),
  )
  const sizes = fc.record({
    columns: fc.integer({ min: 20, max: 140 }),
    rows: fc.integer({ min: 5, max: 50 }),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(keys, sizes), { maxLength: 60 }), async steps => {
      const tools = createFakeToolbox({ files: FILES })
      const coach = renderCoach(tools)
      await coach.idle()
      for (const step of steps) {
        if (typeof step === 'string') coach.press(step)
        else coach.resize(step.columns, step.rows)
      }
      await coach.idle()
      const { rows, columns } = coach.session().size
      expect(coach.screen.lines().slice(rows).join('')).toBe('')
      expect(Math.max(...coach.screen.lines().map(line => line.length))).toBeLessThanOrEqual(columns)
      for (const [path, text] of Object.entries(FILES))
        expect(await tools.workspace.read(path)).toMatchObject({ value: { text } })
      coach.leave()
    }),
    { numRuns: 40 },
  )
}, 120_000)

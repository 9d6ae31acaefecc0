import { expect } from 'vitest'
import { begin, STALL } from '../samples.js'
import { scenario } from '../stage.js'

export const fromSarif = scenario('the findings of a SARIF file are coached like our own', async stage => {
  const project = stage.project({
    ...STALL,
    'report.sarif': JSON.stringify({
      version: '2.1.0',
      runs: [
        {
          tool: {
            driver: {
              name: 'other',
              rules: [{ id: 'no-eval', properties: { tags: ['external/cwe/cwe-095'] } }],
            },
          },
          results: [
            {
              ruleId: 'no-eval',
              level: 'error',
              message: { text: 'eval of input' },
              locations: [
                {
                  physicalLocation: {
                    artifactLocation: { uri: 'web/prices.js' },
                    region: { startLine: 5, startColumn: 17, endLine: 5, endColumn: 39 },
                  },
                },
              ],
            },
          ],
        },
      ],
    }),
  })
  const app = await stage.open(project, { args: ['--from', 'report.sarif'] }).at(80, 24)
  await begin(app)
  await app.press('enter').see('eval(req.body.formula)')
  await app.press('f').see('tried: parses, finding gone')
  await app.press('enter').see('Fixed and checked')
  await app.press('q').ends()
  expect(project.read('web/prices.js')).not.toContain('eval(')
})

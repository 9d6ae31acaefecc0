import { pathWithProgram } from '../../support/fake-program.js'
import { begin, PRICES, STALL } from '../samples.js'
import { scenario } from '../stage.js'

export const semgrepStandIn = scenario(
  'the findings of Semgrep are coached; a stand-in on PATH plays it',
  async stage => {
    const project = stage.project({ ...STALL, 'rules.yml': 'rules: []\n' })
    const answer = {
      version: '1.172.0',
      errors: [],
      paths: { scanned: ['web/prices.js'] },
      results: [
        {
          check_id: 'team.no-eval',
          path: 'web/prices.js',
          start: { line: 5, col: 17, offset: PRICES.indexOf('eval') },
          end: { line: 5, col: 39, offset: PRICES.indexOf(')', PRICES.indexOf('eval')) + 1 },
          extra: {
            message: 'eval of input',
            severity: 'ERROR',
            lines: '  const total = eval(req.body.formula)',
            metadata: { cwe: ['CWE-95: eval injection'] },
            fingerprint: 'x',
            is_ignored: false,
          },
        },
      ],
    }
    const script = `if (process.argv.includes('--version')) console.log('1.172.0')\nelse console.log(JSON.stringify(${JSON.stringify(answer)}))`
    const PATH = pathWithProgram(stage.folder(), 'semgrep', script)
    const args = ['--engine', 'semgrep', '--config', 'rules.yml']
    const app = await stage.open(project, { args, env: { PATH } }).at(80, 24)
    await begin(app)
    await app.press('enter').see('eval(req.body.formula)')
    await app.press('q').ends()
  },
)

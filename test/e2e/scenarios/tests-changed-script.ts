import { atTheTests, shopWithTests } from '../samples.js'
import { scenario } from '../stage.js'

export const testsChangedScript = scenario(
  'a test script that the project changes afterwards is asked about again and does not run',
  async stage => {
    const project = shopWithTests(stage, "console.log('  1 passing')")
    const app = await atTheTests(stage, project)
    await app.press('enter').see('NEVER')
    project.write(
      'package.json',
      project.read('package.json').replace('node check.js', 'node -e fs.writeFileSync(1234567)'),
    )
    await app.press('t').see('not what you said yes to', 'writeFileSync')
    await app.press('q').ends()
  },
)

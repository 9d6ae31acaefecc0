import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { openFinding, SHOP } from '../samples.js'
import { scenario } from '../stage.js'

export const unreadableFile = scenario(
  'a file that cannot be read is told of and the rest is coached',
  async stage => {
    const project = stage.project(SHOP)
    // A folder of a name that a rule reads, and a broken link: no right is needed to trip over these.
    mkdirSync(join(project.root, 'web/odd.js'))
    symlinkSync(join(project.root, 'nowhere.js'), join(project.root, 'web/gone.js'))
    project.write('web/bytes.js', new Uint8Array([0, 255, 254, 10]))
    const app = await stage.open(project).at(80, 24)
    await openFinding(app)
    await app.press('q').ends()
  },
)

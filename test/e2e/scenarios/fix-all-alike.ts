import { expect } from 'vitest'
import { begin } from '../samples.js'
import { scenario } from '../stage.js'

const route = (name: string) => `router.post('/${name}', (req, res) => {
  const ${name} = eval(req.body.${name})
  res.json({ ${name} })
})
`
const HEAD = "const express = require('express')\nconst router = express.Router()\n\n"
const ONE = `${HEAD}${route('price')}\n${route('tax')}\nmodule.exports = router\n`
const TWO = `${HEAD}${route('sum')}\nmodule.exports = router\n`

export const fixAllAlike = scenario(
  'one fix goes to the places that were chosen, one is taken back at once and one in another session',
  async stage => {
    const project = stage.project({
      'package.json': '{ "name": "shop", "dependencies": { "express": "^4.18.0" } }\n',
      'web/one.js': ONE,
      'web/two.js': TWO,
    })
    const as = stage.developer()
    const app = await stage.open(project, { as }).at(80, 24)
    await begin(app)
    await app.press('enter').see('Enter learn')
    await app.press('f').see('tried: parses, finding gone', 'all 3 like this')
    await app.press('A').see('3 of 3 places chosen. Nothing is written yet.')
    expect(project.read('web/one.js') + project.read('web/two.js')).toBe(ONE + TWO)
    await app.press('enter').see('3 places fixed and checked.')
    expect(project.read('web/one.js') + project.read('web/two.js')).not.toContain('eval(')
    await app.press('u').see('2 places fixed and checked.')
    expect((project.read('web/one.js') + project.read('web/two.js')).match(/eval\(/g)).toHaveLength(1)
    await app.press('enter').see('2 fixes kept as evidence')
    await app.press('q').ends()

    const second = await stage.open(project, { as }).at(80, 24)
    await second.see('1 finding in')
    await second.press('U').see('Taking the fix back would change', 'today')
    await second.press('enter').see('was taken back. Other changes of the file stay.')
    expect((project.read('web/one.js') + project.read('web/two.js')).match(/eval\(/g)).toHaveLength(2)
    await second.press('enter').see('There is no fix to take back.')
    expect(project.read('web/one.js') + project.read('web/two.js')).toBe(ONE + TWO)
    await second.press('q').ends()
  },
)

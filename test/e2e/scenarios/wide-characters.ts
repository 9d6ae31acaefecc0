import { begin, PRICES, STALL } from '../samples.js'
import { scenario } from '../stage.js'

export const wideCharacters = scenario(
  'wide and combining characters keep every column in its place',
  async stage => {
    const project = stage.project({
      'package.json': STALL['package.json'] ?? '',
      'web/価格/cafe\u0301.js': PRICES.replace(
        'const router',
        '// 価格を計算する 👩‍💻 cafe\u0301\nconst router',
      ),
    })
    const app = await stage.open(project).at(80, 24)
    await begin(app)
    await app.press('1').see('価格')
    await app.redraw()
    await app.press('enter').see('eval(req.body.formula)', '価格')
    await app.redraw()
    await app.press('f').see('tried: parses, finding gone')
    await app.resize(50, 15).see('Enter apply')
    await app.redraw()
    await app.press('q').ends()
  },
)

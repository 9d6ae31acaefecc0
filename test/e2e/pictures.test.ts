import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { svgOfScreen, titleOf } from '../../scripts/svg-of-screen.js'
import { TOP } from '../support/built.js'
import { whyNoPty } from './driver.js'
import { takePictures } from './pictures.js'

const FOLDER = join(TOP, 'docs/screens')
const reason = await whyNoPty()

test.skipIf(reason !== null)(
  'every screen looks as in docs/screens; after a change that is meant: npm run screens',
  { timeout: 120_000 },
  async () => {
    const changed: string[] = []
    const drawn: string[] = ['session.svg']
    await takePictures({ columns: 80, rows: 24 }, async (name, screen) => {
      drawn.push(`${name}.svg`)
      const path = join(FOLDER, `${name}.svg`)
      const wanted = existsSync(path) ? readFileSync(path, 'utf8') : ''
      const isSame = () => svgOfScreen(screen, titleOf(name)) === wanted
      // On a busy machine something may still be on its way to the screen.
      for (let tries = 0; tries < 10 && wanted !== '' && !isSame(); tries++) await wait(300)
      if (!isSame()) changed.push(`${name}\n${screen.text()}`)
    })
    expect(changed).toEqual([])
    expect(readdirSync(FOLDER).sort()).toEqual(drawn.sort())
  },
)

test('the session of the readme is one file of at most 500 kB, without a script', () => {
  const svg = readFileSync(join(FOLDER, 'session.svg'), 'utf8')
  expect(svg.length).toBeLessThan(500_000)
  expect(svg).toContain('@keyframes')
  expect(svg).not.toMatch(/<script|href=|url\(/)
})

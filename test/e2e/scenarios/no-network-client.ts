import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { keepRule, STALL } from '../samples.js'
import { scenario } from '../stage.js'

export const noNetworkClient = scenario("a whole session never loads Node's network client", async stage => {
  const list = join(stage.folder(), 'modules')
  const watch = `data:text/javascript,import{writeFileSync}from"node:fs";process.on("exit",()=>writeFileSync(${JSON.stringify(list)},process.moduleLoadList.join("\\n")))`
  const app = await stage.open(stage.project(STALL), { node: ['--import', watch] }).at(80, 24)
  await keepRule(app)
  await app.press('q').ends()
  const loaded = readFileSync(list, 'utf8')
  expect(loaded).toContain('NativeModule fs')
  expect(loaded).not.toMatch(/undici|NativeModule (?:http|https|http2|tls|dns)$/m)
})

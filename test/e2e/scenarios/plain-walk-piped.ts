import { expect } from 'vitest'
import { SHOP, treeOf } from '../samples.js'
import { scenario } from '../stage.js'

export const plainWalkPiped = scenario(
  'through a pipe the plain walk asks the same, redraws nothing and writes nothing unasked',
  async stage => {
    const project = stage.project(SHOP)
    const before = treeOf(project.root)
    const { code, out, err } = await stage.run(project, ['--plain'], { input: '1\n2\nq\n' })
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain('Code injection, 1 of 2')
    expect(out).toContain('Convert it to a number')
    expect(out).not.toContain('\x1b')
    expect(treeOf(project.root)).toEqual(before)
  },
)

import { expect } from 'vitest'
import { STALL } from '../samples.js'
import { scenario } from '../stage.js'

export const doctor = scenario(
  'doctor tells what each assistant reads and what shadows what',
  async stage => {
    const project = stage.project({
      ...STALL,
      'CLAUDE.md': '# Ours\n',
      'AGENTS.md': '# All\n',
      '.rules': 'x\n',
    })
    expect(await stage.run(project, ['sync', '--yes'])).toMatchObject({ code: expect.any(Number) })
    const { code, out } = await stage.run(project, ['doctor'])
    expect(code).toBe(0)
    expect(out).toContain('Claude Code')
    expect(out).toContain('reads CLAUDE.md')
  },
)

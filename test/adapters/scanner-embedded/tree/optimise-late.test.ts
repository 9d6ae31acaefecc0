import { setFlagsFromString } from 'node:v8'
import { beforeEach, expect, test, vi } from 'vitest'

vi.mock('node:v8', () => ({ setFlagsFromString: vi.fn() }))

beforeEach(() => {
  vi.resetModules()
  vi.mocked(setFlagsFromString).mockClear()
})

async function openOn(node: string): Promise<readonly unknown[]> {
  vi.stubGlobal('process', Object.create(process, { versions: { value: { ...process.versions, node } } }))
  try {
    const { openGrammars } = await import('../../../../source/adapters/scanner-embedded/tree/grammars.js')
    await openGrammars()
  } finally {
    vi.unstubAllGlobals()
  }
  return vi.mocked(setFlagsFromString).mock.calls.flat()
}

test('V8 is told, before it reads the parser, not to optimise it for a few files', async () => {
  expect(await openOn('20.0.0')).toEqual(['--wasm-tiering-budget=200000000'])
})

test('a Node.js that may not know the setting is not given it', async () => {
  expect(await openOn('99.0.0')).toEqual([])
})

import { expect, test } from 'vitest'
import { openGrammars } from '../../../../source/adapters/scanner-embedded/tree/grammars.js'
import { parseFile } from '../../../../source/adapters/scanner-embedded/tree/parse-file.js'
import { walkNodes } from '../../../../source/adapters/scanner-embedded/tree/syntax-node.js'

const MEMORY: WebAssembly.Memory[] = []
const Memory = WebAssembly.Memory
WebAssembly.Memory = class extends Memory {
  constructor(descriptor: WebAssembly.MemoryDescriptor) {
    super(descriptor)
    MEMORY.push(this)
  }
}

const bytes = () => MEMORY.reduce((sum, { buffer }) => sum + buffer.byteLength, 0)
const MOST = 256 * 1024 * 1024

/** The parser takes each `<` for a type argument, a comparison and a type assertion, and follows all of them. */
const BRANCHING = `app.g${'<a>'.repeat(10_000)}et('/a', (req, res) => {})`

test('broken code that fills the memory of the parser is given up, and the next text is read as before', async () => {
  const grammars = await openGrammars()
  const read = async (text: string) => {
    const file = parseFile(grammars.parser, await grammars.get('TypeScript'), 'a.ts', text)
    return file && [...walkNodes(file.root)].map(({ type, start, end }) => `${type} ${start} ${end}`)
  }
  const code = 'const a: B<C> = f<D>(`${e}`)\n'.repeat(200)
  const before = await read(code)
  expect(before?.length).toBeGreaterThan(1_000)
  expect(await read(BRANCHING)).toBeNull()
  expect(await read(code)).toEqual(before)
  expect(await read(BRANCHING)).toBeNull()
  expect(bytes()).toBeLessThanOrEqual(MOST)
  // A grammar that comes later finds the memory as it was, too.
  const python = parseFile(grammars.parser, await grammars.get('Python'), 'a.py', 'print("a")\n')
  expect(python?.parseErrors).toBe(0)
  expect(await read(code)).toEqual(before)
}, 60_000)

test('the grammars are loaded once a process', async () => {
  const first = await openGrammars()
  const second = await openGrammars()
  await first.get('Ruby')
  const size = bytes()
  for (let i = 0; i < 50; i++) await (await openGrammars()).get('Ruby')
  expect((await second.get('Ruby')).wasm).toBe((await first.get('Ruby')).wasm)
  expect(bytes()).toBe(size)
})

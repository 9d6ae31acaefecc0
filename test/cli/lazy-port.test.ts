import { expect, test } from 'vitest'
import { lazyPort } from '../../source/cli/lazy-port.js'

type Greeter = { readonly greet: (name: string) => Promise<string>; readonly part: () => Promise<string> }

const greeter: Greeter = { greet: async name => `good day, ${name}`, part: async () => 'farewell' }

test('the adapter is opened with the first call, and once', async () => {
  let opened = 0
  const port = lazyPort<Greeter>(async () => {
    opened += 1
    return greeter
  })
  expect(opened).toBe(0)
  expect(await Promise.all([port.greet('Ada'), port.part()])).toEqual(['good day, Ada', 'farewell'])
  expect(opened).toBe(1)
})

test('a port can be awaited and handed on like any object', async () => {
  const port = lazyPort<Greeter>(async () => greeter)
  const { greet } = await port
  expect(await greet('Ada')).toBe('good day, Ada')
})

test('when the adapter does not open, the call fails, and the next one tries anew', async () => {
  let isBroken = true
  const port = lazyPort<Greeter>(async () => {
    if (isBroken) throw new Error('not there')
    return greeter
  })
  await expect(port.part()).rejects.toThrow('not there')
  isBroken = false
  expect(await port.part()).toBe('farewell')
})

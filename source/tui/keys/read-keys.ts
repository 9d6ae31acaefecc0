import { createDecoder } from './decode-input.js'
import type { Key } from './key.js'

/** Milliseconds after which a lone ESC is the Escape key and not the start of a sequence; ssh may need some. */
const ESCAPE_DELAY = 40

/** Returns a function that takes chunks of terminal input and calls `onKey` for each key, in order. */
export function readKeys(onKey: (key: Key) => void): (chunk: string) => void {
  const decoder = createDecoder()
  let timer: NodeJS.Timeout | undefined
  return chunk => {
    clearTimeout(timer)
    for (const key of decoder.push(chunk)) onKey(key)
    if (!decoder.isWaiting()) return
    timer = setTimeout(() => {
      for (const key of decoder.flush()) onKey(key)
    }, ESCAPE_DELAY)
  }
}

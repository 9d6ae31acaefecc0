/** What a module's memory held at one moment: its pages that were not empty. */
export type HeapImage = ReadonlyMap<number, Uint8Array>

/** Bytes; as WebAssembly counts memory. */
const PAGE = 65_536

const EMPTY = new Uint8Array(PAGE)

/** Returns what the memory holds now. */
export function takeImage(memory: WebAssembly.Memory): HeapImage {
  const image = new Map<number, Uint8Array>()
  for (const [place, page] of pagesOf(memory)) if (!isEmpty(page)) image.set(place, page.slice())
  return image
}

/**
 * Makes the memory hold again what it held then, the allocator's own books included. Pages that came later are emptied:
 * memory cannot be given back, only used anew.
 */
export function putBack(memory: WebAssembly.Memory, image: HeapImage): void {
  for (const [place, page] of pagesOf(memory)) {
    const before = image.get(place)
    if (before !== undefined) page.set(before)
    // A page nobody has touched takes no room; writing zeros to it would.
    else if (!isEmpty(page)) page.fill(0)
  }
}

function* pagesOf({ buffer }: WebAssembly.Memory): Iterable<readonly [number, Uint8Array]> {
  for (let place = 0; place * PAGE < buffer.byteLength; place++)
    yield [place, new Uint8Array(buffer, place * PAGE, PAGE)]
}

function isEmpty(page: Uint8Array): boolean {
  return Buffer.compare(page, EMPTY) === 0
}

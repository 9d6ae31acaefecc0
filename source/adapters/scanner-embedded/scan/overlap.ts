/** Files under way at a time: while one is checked, the next ones are read. */
const WIDTH = 8

/** Does the work for each item in order of their start, several at a time; rejects when one does, and starts no more. */
export async function overlap<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const queue = items[Symbol.iterator]()
  let isBroken = false
  const lane = async (): Promise<void> => {
    for (let next = queue.next(); next.done !== true && !isBroken; next = queue.next()) {
      try {
        await work(next.value)
      } catch (error) {
        isBroken = true
        throw error
      }
    }
  }
  await Promise.all(Array.from({ length: WIDTH }, lane))
}

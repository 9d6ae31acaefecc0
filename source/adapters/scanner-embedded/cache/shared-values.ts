/** Values that many entries have in common, each kept once and named by its place. */
export type SharedValues<Value> = {
  /** Returns the place of a value equal to this one; it is added when there is none. */
  readonly placeOf: (value: Value) => number
  /** Returns the value at a place; throws RangeError when there is none. */
  readonly at: (place: number) => Value
  readonly all: () => readonly Value[]
}

/** Returns a table that begins with the values given. Values are plain data, equal when their JSON is. */
export function shareValues<Value>(first: readonly Value[] = []): SharedValues<Value> {
  const values: Value[] = [...first]
  let places: Map<string, number> | null = null
  const known = new Map<Value, number>()
  return {
    placeOf: value => {
      const same = known.get(value)
      if (same !== undefined) return same
      places ??= new Map(values.map((one, place) => [JSON.stringify(one), place]))
      const key = JSON.stringify(value)
      const place = places.get(key) ?? values.push(value) - 1
      places.set(key, place)
      known.set(value, place)
      return place
    },
    at: place => {
      const value = values[place]
      if (value === undefined) throw new RangeError(`There is no shared value ${place}.`)
      return value
    },
    all: () => values,
  }
}

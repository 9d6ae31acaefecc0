/**
 * Returns `compute` with its last result kept: the same arguments (compared by identity; also none at all) give the same
 * object again, so a list of 10,000 findings is grouped once and not once a key.
 */
export function memoiseLast<Arguments extends readonly unknown[], Value>(
  compute: (...values: Arguments) => Value,
): (...values: Arguments) => Value {
  let last: { readonly values: Arguments; readonly result: Value } | null = null
  return (...values) => {
    if (last?.values.every((value, index) => value === values[index])) return last.result
    last = { values, result: compute(...values) }
    return last.result
  }
}

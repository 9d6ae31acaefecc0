/** Returns the fields of a record in a document of the project; none where something else stands in its place. */
export function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

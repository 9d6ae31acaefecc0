import { parse } from 'yaml'
import { type ListText, listSchema } from './list-schema.js'

/** A list file that could not be used, and why. */
export type ListProblem = { readonly file: string; readonly message: string }

/** What came out of reading: one bad list never keeps the others from working. */
export type ListReadings = { readonly lists: readonly ListText[]; readonly problems: readonly ListProblem[] }

/** Returns the named lists written in YAML texts; `file` is the name told in problems. */
export function readLists(texts: readonly { readonly file: string; readonly text: string }[]): ListReadings {
  const problems: ListProblem[] = []
  const lists = new Map<string, ListText>()
  for (const { file, text } of texts) {
    const read = readList(text)
    if (typeof read === 'string') problems.push({ file, message: read })
    else if (lists.has(read.id)) problems.push({ file, message: `a second list with the id ${read.id}` })
    else lists.set(read.id, read)
  }
  return { lists: [...lists.values()], problems }
}

function readList(text: string): ListText | string {
  let data: unknown
  try {
    data = parse(text)
  } catch (error) {
    return `no valid YAML: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'unreadable'}`
  }
  const checked = listSchema.safeParse(data)
  if (checked.success) return checked.data
  const [issue] = checked.error.issues
  return `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not a list'}`
}

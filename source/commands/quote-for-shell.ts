/** Returns a text in single quotes, so that a command copied from the screen runs nothing that stands in it. */
export function quoteForShell(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}

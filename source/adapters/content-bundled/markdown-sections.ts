/** A heading and the lines below it, up to the next heading of the same level. */
export type MarkdownSection = { readonly heading: string; readonly lines: readonly string[] }

/** A fenced block: what stands behind the opening fence, and the text between the fences. */
export type FencedBlock = { readonly info: string; readonly text: string }

const FENCE = /^```(.*)$/

/**
 * Returns the sections of a level (1 for `#`, 2 for `##`). Lines inside fences are never headings, so a comment of a
 * Python sample does not start a section. What stands before the first heading is left out.
 */
export function markdownSections(lines: readonly string[], level: number): readonly MarkdownSection[] {
  const marker = `${'#'.repeat(level)} `
  const sections: { heading: string; lines: string[] }[] = []
  let fenced = false
  for (const line of lines) {
    if (FENCE.test(line)) fenced = !fenced
    if (!fenced && line.startsWith(marker)) {
      sections.push({ heading: line.slice(marker.length).trim(), lines: [] })
    } else {
      sections.at(-1)?.lines.push(line)
    }
  }
  return sections
}

/** Returns the prose of some lines, joined to one paragraph, and their fenced blocks in order. */
export function proseAndBlocks(lines: readonly string[]): {
  readonly prose: string
  readonly blocks: readonly FencedBlock[]
} {
  const prose: string[] = []
  const blocks: { info: string; lines: string[] }[] = []
  let fenced = false
  for (const line of lines) {
    const fence = FENCE.exec(line)
    if (fence) {
      fenced = !fenced
      if (fenced) blocks.push({ info: (fence[1] ?? '').trim(), lines: [] })
    } else if (fenced) {
      blocks.at(-1)?.lines.push(line)
    } else if (line.trim() !== '') {
      prose.push(line.trim())
    }
  }
  return {
    prose: prose.join(' '),
    blocks: blocks.map(block => ({ info: block.info, text: block.lines.join('\n') })),
  }
}

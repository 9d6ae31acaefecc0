/** Codex reads this many bytes of all project documents together and cuts the rest without a word. */
export const CODEX_BYTES = 32_768
/** From here on a person should know. */
const WARN_BYTES = 28 * 1024

/** Returns the number of bytes a text takes in UTF-8. */
export function byteLength(text: string): number {
  return new TextEncoder().encode(text).length
}

/** What a size limit means for our block in a shared file. */
export type LimitCheck =
  | { readonly kind: 'fits' }
  | { readonly kind: 'near'; readonly bytes: number }
  | { readonly kind: 'cut'; readonly bytes: number }

/** Returns whether Codex would read the block, which ends at `blockEnd` (UTF-16) of the file's text. */
export function checkCodexLimit(text: string, blockEnd: number): LimitCheck {
  const bytes = byteLength(text.slice(0, blockEnd))
  if (bytes > CODEX_BYTES) return { kind: 'cut', bytes }
  const total = byteLength(text)
  return total > WARN_BYTES ? { kind: 'near', bytes: total } : { kind: 'fits' }
}

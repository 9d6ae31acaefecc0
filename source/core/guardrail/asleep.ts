/**
 * Returns why an assistant does not load a rules file by itself, in words that finish "rules/a.mdc is …", or null when it
 * does (formats.md §3). `text` is the file's text.
 */
export function whyAsleep(target: string, path: string, text: string): string | null {
  const head = /^\uFEFF?---\r?\n([\s\S]*?)\r?\n---/.exec(text)?.[1] ?? ''
  const value = (key: string): string =>
    new RegExp(`^${key}:[ \\t]*(\\S.*)?$`, 'm').exec(head)?.[1]?.replace(/^["']|["']$/g, '') ?? ''
  const has = (key: string): boolean => new RegExp(`^${key}:[ \\t]*(?:\\S|\\r?\\n[ \\t]*-)`, 'm').test(head)
  if (target === 'cursor' && path.startsWith('.cursor/rules/')) {
    if (!path.endsWith('.mdc')) return 'left out: only .mdc files are read there'
    if (value('alwaysApply') === 'true' || has('globs') || has('description')) return null
    return 'loaded only when somebody names it: it has neither alwaysApply: true nor globs nor a description'
  }
  if (/copilot/.test(target) && path.endsWith('.instructions.md'))
    return has('applyTo') ? null : 'loaded only when somebody names it: it has no applyTo'
  if (/^(?:windsurf|antigravity)$/.test(target) && /rules\//.test(path))
    return value('trigger') === 'manual' ? 'loaded only when somebody names it: its trigger is manual' : null
  if (target === 'kiro' && path.startsWith('.kiro/steering/'))
    return value('inclusion') === 'manual'
      ? 'loaded only when somebody names it: its inclusion is manual'
      : null
  return null
}

const NAMES: Readonly<Record<string, string>> = {
  enter: 'Enter',
  escape: 'Esc',
  backspace: 'Backspace',
  up: '↑',
  down: '↓',
  left: '←',
  right: '→',
  space: 'Space',
  tab: 'Tab',
  pageup: 'PgUp',
  pagedown: 'PgDn',
  home: 'Home',
  end: 'End',
}

/** Returns keys as a person writes them: "↓ j Ctrl+n"; a run of digits as "1-9". */
export function keysText(keys: readonly string[]): string {
  const digits = keys.filter(key => /^\d$/.test(key))
  const others = keys.filter(key => digits.length < 3 || !/^\d$/.test(key)).map(keyText)
  return digits.length < 3 ? others.join(' ') : [`${digits[0]}-${digits.at(-1)}`, ...others].join(' ')
}

/** Returns one key as a person writes it: "Ctrl+d", "Esc". */
export function keyText(key: string): string {
  const parts = key.split('+')
  const base = parts.at(-1) ?? key
  const prefix = parts.slice(0, -1).map(part => `${part.slice(0, 1).toUpperCase()}${part.slice(1)}+`)
  return prefix.join('') + (NAMES[base] ?? base)
}

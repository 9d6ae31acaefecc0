/** Colours by the terminal's background; `plain` has none, `auto` looks at what the terminal tells. */
export const THEMES = ['auto', 'dark', 'light', 'contrast', 'plain'] as const
export type ThemeName = (typeof THEMES)[number]

/** Signs beside the text: by the locale, always drawn, or always in ASCII. */
export const GLYPH_SETS = ['auto', 'unicode', 'ascii'] as const
export type GlyphSet = (typeof GLYPH_SETS)[number]

/** Minutes a session may be planned for. */
export const SESSION_MINUTES = [2, 5, 10, 15, 30] as const

/** Keys by the id of the binding they were moved to, as the developer set them. */
export type Keymap = Readonly<Record<string, readonly string[]>>

/** What a developer prefers, on this machine and in every project. */
export type Settings = {
  readonly theme: ThemeName
  readonly glyphs: GlyphSet
  readonly sessionMinutes: number
  /** The editor's command, split as a shell would; empty means what VISUAL or EDITOR say. */
  readonly editor: string
  readonly keys: Keymap
}

/** What holds before anything was set. */
export const DEFAULT_SETTINGS: Settings = {
  theme: 'auto',
  glyphs: 'auto',
  sessionMinutes: 5,
  editor: '',
  keys: {},
}

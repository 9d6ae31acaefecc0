import type { ScreenName } from '../../core/session/screen.js'

/** Titles of the screens, in the order a session meets them. */
export const SCREEN_TITLES: Readonly<Record<ScreenName, string>> = {
  welcome: 'First run',
  scanning: 'While the project is scanned',
  home: 'Home',
  findings: 'Findings',
  see: 'A finding',
  learn: 'The lesson',
  check: 'The question',
  fix: 'The fixes',
  verify: 'While a fix is checked',
  ask: 'Asking an assistant',
  edit: 'Editing by hand',
  tests: "The project's tests",
  exempt: 'An exemption',
  remember: 'What to remember',
  rules: 'Learned rules',
  merge: 'Merging two learned rules',
  places: 'Places to confirm',
  files: 'Files your assistants read',
  quiz: 'Quiz',
  progress: 'Progress',
  settings: 'Settings',
  targets: 'Assistants to write for',
  keys: 'Keys that can be moved',
}

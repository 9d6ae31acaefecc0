/** Families of languages that share idioms and therefore code samples and quiz cards. */
export const LANGUAGE_FAMILIES = ['javascript', 'python', 'go', 'java', 'php', 'ruby', 'csharp'] as const
export type LanguageFamily = (typeof LANGUAGE_FAMILIES)[number]

/** A vulnerable piece of code and its fixed form, in one language family. */
export type LessonSample = {
  readonly family: LanguageFamily
  readonly vulnerable: string
  readonly fixed: string
}

/** `lessons/<weakness>.md`, parsed. Placeholders `{{name|default}}` in `attack` are filled from the finding. */
export type Lesson = {
  readonly weakness: string
  readonly title: string
  readonly cwe: readonly number[]
  readonly owasp: string
  readonly seconds: number
  readonly what: string
  readonly attack: { readonly text: string; readonly lines: readonly string[] }
  readonly why: string
  readonly notEnough: string
  readonly samples: readonly LessonSample[]
  readonly questions: readonly Question[]
}

export const QUESTION_FORMATS = [
  'spot-the-line',
  'choose-the-fix',
  'predict-the-exploit',
  'still-vulnerable',
  'fill-the-hole',
  'order-the-steps',
] as const
export type QuestionFormat = (typeof QUESTION_FORMATS)[number]

/** The named mistakes that wrong options come from (lessons.md §2.6). */
export const MISCONCEPTIONS = [
  'blocklist',
  'half-fixed',
  'wrong-layer',
  'breaks-function',
  'wrong-option',
  'pure-refactor',
] as const
export type Misconception = (typeof MISCONCEPTIONS)[number]

/** One answer to choose. For `spot-the-line` the text is the line itself; for `order-the-steps` the options stand in the right order. */
export type QuestionOption = {
  readonly text: string
  readonly verdict: 'right' | 'neutral' | 'wrong'
  /** Why, at most 35 words. */
  readonly reason: string
  readonly misconception?: Misconception
}

/** One item of a lesson's bank. Its id `<weakness>/<n or slug>` is stable: cards and logs refer to it. */
export type Question = {
  readonly id: string
  readonly format: QuestionFormat
  readonly family: LanguageFamily | 'any'
  readonly prompt: string
  /** Code shown above the options; may be empty. */
  readonly code: string
  readonly options: readonly QuestionOption[]
  /** For `fill-the-hole`: accepted answers, compared after normalising case, quotes and blanks. */
  readonly accept: readonly string[]
  readonly hint: string
  /** The one idea to keep, at most 25 words. */
  readonly idea: string
}

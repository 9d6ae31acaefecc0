import type { Family } from '../../tree/language.js'
import { JAVASCRIPT_MODEL } from './javascript.js'
import type { LanguageModel } from './language-model.js'
import { PYTHON_MODEL } from './python.js'

/** The language families the taint layer follows data in. */
export const LANGUAGE_MODELS: Readonly<Partial<Record<Family, LanguageModel>>> = {
  javascript: JAVASCRIPT_MODEL,
  python: PYTHON_MODEL,
}

import type { Family } from '../../tree/language.js'
import { CSHARP_MODEL } from './csharp.js'
import { GO_MODEL } from './go.js'
import { JAVA_MODEL } from './java.js'
import { JAVASCRIPT_MODEL } from './javascript.js'
import type { LanguageModel } from './language-model.js'
import { PHP_MODEL } from './php.js'
import { PYTHON_MODEL } from './python.js'
import { RUBY_MODEL } from './ruby.js'

/** The language families the taint layer follows data in. */
export const LANGUAGE_MODELS: Readonly<Partial<Record<Family, LanguageModel>>> = {
  javascript: JAVASCRIPT_MODEL,
  python: PYTHON_MODEL,
  go: GO_MODEL,
  java: JAVA_MODEL,
  php: PHP_MODEL,
  ruby: RUBY_MODEL,
  csharp: CSHARP_MODEL,
}

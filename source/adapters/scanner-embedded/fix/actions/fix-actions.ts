import type { FixAction } from './fix-action.js'
import { execToExecFile } from './js-exec-to-execfile.js'
import { removeProperty, setProperty } from './js-object-property.js'
import { parameterizeJavaScript } from './js-parameterize.js'
import { removeKeyword, setKeyword } from './python-keyword.js'
import { parameterizePython } from './python-parameterize.js'
import { shellToList } from './python-shell-to-list.js'
import { secretToEnv, secretToEnvOrThrow } from './secret-to-env.js'

/** The actions that rule files can name; what each does and its settings stand above its function. */
export const FIX_ACTIONS: Readonly<Record<string, FixAction>> = {
  'js-parameterize': parameterizeJavaScript,
  'js-exec-to-execfile': execToExecFile,
  'js-set-property': setProperty,
  'js-remove-property': removeProperty,
  'js-secret-to-env': secretToEnv,
  'js-secret-to-env-or-throw': secretToEnvOrThrow,
  'python-parameterize': parameterizePython,
  'python-shell-to-list': shellToList,
  'python-set-keyword': setKeyword,
  'python-remove-keyword': removeKeyword,
  'python-secret-to-env': secretToEnv,
  'python-secret-to-env-or-throw': secretToEnvOrThrow,
}

import { expect, test } from 'vitest'
import { genericLesson } from '../../../source/core/lesson/generic-lesson.js'
import { findFakes } from '../../support/fake-scanner.js'

const [finding] = findFakes('a.js', 'eval(x)')

test('a known CWE explains itself, an unknown one repeats what the scanner said', () => {
  if (!finding) throw new Error('no finding')
  expect(genericLesson({ ...finding, cwe: [617] }).what).toContain('assertions stop the program')
  const unknown = genericLesson({ ...finding, cwe: [99_999], message: 'Odd thing here.' })
  expect(unknown.what).toContain('Odd thing here.')
  expect(unknown.notEnough).toContain('CWE-99999')
  expect(genericLesson({ ...finding, cwe: [] }).title).toBe(finding.title)
})

import { expect, test } from 'vitest'
import { tryCrashPoints } from '../../support/crash-points.js'
import { createTempFolder } from '../../support/temp-project.js'

test('no card is lost wherever a save is cut off (a sample; the thousand points run in the soak)', async () => {
  expect(await tryCrashPoints(createTempFolder(), 60, 7)).toEqual([])
})

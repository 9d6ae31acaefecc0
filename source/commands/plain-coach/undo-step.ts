import { listUndoable, undoNotedFix } from '../../app/undo-noted-fix.js'
import { printable } from '../../core/text/printable.js'
import { diffLines } from '../diff-lines.js'
import { chooseFrom } from './menu.js'
import type { PlainCoach } from './plain-coach.js'
import { tell } from './tell.js'

/** Lists the fixes of this and earlier sessions, shows what taking one back would change, and does it after a numbered yes. */
export async function undoFixes({ tools, talk, signal }: PlainCoach): Promise<void> {
  while (!signal.aborted) {
    const rows = await listUndoable(tools)
    if (rows.length === 0) {
      talk.say('There is no fix to take back.')
      return
    }
    const row = await chooseFrom(
      talk,
      'Which fix to take back',
      rows.map(one => ({
        value: one,
        label: printable(`${one.fix.path}, line ${one.fix.line}: ${one.fix.fix}, ${one.fix.at.slice(0, 10)}`),
      })),
      'go back',
    )
    if (row === null) return
    if (row.reason !== null) {
      talk.say(printable(row.reason))
      continue
    }
    for (const line of diffLines(row.fix.path, row.hunks)) talk.say(line)
    const yes = await chooseFrom(talk, 'Take it back', [
      { value: true, label: 'yes, change the file' },
      { value: false, label: 'no' },
    ])
    if (yes !== true) continue
    const undone = await undoNotedFix(tools, row.fix)
    if (undone.ok) talk.say('Taken back. Other changes of the file stay.')
    else tell(talk, undone)
  }
}

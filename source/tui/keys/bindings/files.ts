import { type PreviewedFile, previewedFiles } from '../../../core/session/previewed-files.js'
import type { Session } from '../../../core/session/session.js'
import { count } from '../../../core/text/words.js'
import type { Binding } from '../key-binding.js'
import { BACK, MOVE, NAVIGATION } from './common.js'

const filesOf = ({ screen }: Session): readonly PreviewedFile[] =>
  screen.name === 'files' && screen.plan ? previewedFiles(screen.plan) : []

const isWritten = ({ screen }: Session) => screen.name === 'files' && screen.written !== null

/** Why a key of the preview does nothing: the plan is not made yet, or all is written. */
function beforeOrAfter(session: Session): string | null {
  if (isWritten(session)) return 'The files are written. Esc goes back to the rules.'
  const { screen } = session
  return screen.name === 'files' && screen.plan === null
    ? 'One moment: the files are being worked out.'
    : null
}

function nothingToWrite(session: Session): string | null {
  if (isWritten(session)) return null
  const { screen } = session
  if (screen.name !== 'files' || screen.plan === null) return beforeOrAfter(session)
  if (screen.plan.changes.length > 0) return null
  return filesOf(session).some(file => file.handEdit || file.refusal !== null)
    ? 'There is nothing to write: the files that differ are left alone, each says why.'
    : 'There is nothing to write: the files are up to date.'
}

function noHandEdit(session: Session): string | null {
  const { screen } = session
  const file = screen.name === 'files' ? filesOf(session)[screen.cursor] : undefined
  return beforeOrAfter(session) ?? (file?.handEdit ? null : 'Nobody edited the block of this file by hand.')
}

const onlyOne = (session: Session) =>
  beforeOrAfter(session) ?? (filesOf(session).length > 1 ? null : 'There is only one file.')

/** Keys of the preview of the files that assistants read. */
export const FILES: readonly Binding[] = [
  {
    id: 'files.write',
    keys: ['enter'],
    shown: 'Enter',
    label: 'write',
    labelNow: session => {
      if (isWritten(session)) return 'back to the rules'
      const { screen } = session
      const number = screen.name === 'files' ? (screen.plan?.changes.length ?? 0) : 0
      return number > 0 ? `write ${count(number, 'file')}` : null
    },
    help: 'write every file that would change, exactly as shown',
    rank: 0,
    intent: { type: 'accepted' },
    disabled: nothingToWrite,
  },
  {
    id: 'files.next',
    keys: ['right', 'l', 'n', 'tab'],
    shown: '←→',
    label: 'assistant',
    help: 'show what the next assistant reads',
    rank: 10,
    intent: { type: 'next-wanted' },
    disabled: onlyOne,
  },
  {
    id: 'files.previous',
    keys: ['left', 'h', 'N'],
    label: 'previous',
    help: 'show what the assistant before reads',
    intent: { type: 'previous-wanted' },
    disabled: onlyOne,
  },
  {
    id: 'files.whole',
    keys: ['w'],
    label: 'whole file',
    labelNow: ({ screen }) => (screen.name === 'files' && screen.isWhole ? 'difference' : null),
    help: 'show the whole file as it will be, or its difference to the disk',
    rank: 20,
    intent: { type: 'layout-switched' },
    disabled: beforeOrAfter,
  },
  {
    id: 'files.take-over',
    keys: ['t'],
    label: 'take edit over',
    help: 'take what was edited in the block by hand over into the rules',
    rank: 5,
    intent: { type: 'edit-taken-over' },
    disabled: noHandEdit,
  },
  {
    id: 'files.drop',
    keys: ['x'],
    label: 'drop edit',
    help: 'show the block as it would be without the edit by hand; nothing is written before the yes',
    rank: 6,
    intent: { type: 'edit-dropped' },
    disabled: noHandEdit,
  },
  { ...BACK, keys: ['escape'] },
  ...NAVIGATION,
  ...MOVE,
]

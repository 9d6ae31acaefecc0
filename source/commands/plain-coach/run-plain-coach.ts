import { scanProject } from '../../app/scan-project.js'
import { groupFindings } from '../../core/finding/group-findings.js'
import { estimateMinutes, estimateRound, planSession } from '../../core/session/estimate.js'
import { printable } from '../../core/text/printable.js'
import { count } from '../../core/text/words.js'
import type { CommandResult } from '../command.js'
import { EXIT } from '../exit-codes.js'
import { errorLines, printSummary } from '../scan-text.js'
import { showProgress } from '../show-progress.js'
import type { LineReader } from '../stdin-lines.js'
import { askQuiz, learnFromGit, reviewRules, tellProgress, writeGuardrails } from './command-steps.js'
import { listFindings } from './list-step.js'
import { chooseFrom, type MenuItem, type Talk } from './menu.js'
import { patientReader } from './patient-reader.js'
import type { PlainCoach } from './plain-coach.js'
import { setSettings } from './settings-step.js'
import { undoFixes } from './undo-step.js'
import { walkRound } from './walk-round.js'

type Task = (coach: PlainCoach) => Promise<void>

/**
 * The coach on plain numbered lines, for screen readers and pipes: everything that the screens do, append-only, nothing
 * redrawn. Every write follows a numbered yes.
 */
export async function runPlainCoach(input: PlainCoach['input'], lines: LineReader): Promise<CommandResult> {
  const { tools, paths, io } = input
  const talk: Talk = { say: io.out, lines: patientReader(lines) }
  const report = await scanProject(tools, { paths, signal: io.signal, onProgress: showProgress(io) })
  io.status('')
  if (!report.ok) return { exitCode: EXIT.failed, problem: report.problem }
  // Whoever reads a pipe gets what is there without an answer; who asked for plain lines hears the count.
  if (io.plain === 'pipe') await printSummary({ tools, io }, report.value)
  else for (const line of errorLines(report.value.errors)) io.err(line)
  const bookmark = await tools.personal.bookmark(tools.workspace.root)
  const coach: PlainCoach = {
    input,
    tools,
    talk,
    signal: io.signal,
    open: report.value.findings.filter(finding => finding.exempt === null),
    stats: report.value.stats,
    later: new Set(bookmark?.later ?? []),
    tally: { fixed: 0, exempt: 0, later: 0 },
  }
  talk.say(`${count(coach.open.length, 'finding')} in ${count(coach.stats.filesScanned, 'file')}.`)
  let resume = bookmark?.fingerprint ?? ''
  while (!io.signal.aborted) {
    const task = await chooseFrom(talk, 'What to do', await tasks(coach, resume))
    if (task === null) break
    resume = ''
    await task(coach)
    talk.say('')
  }
  const { fixed, exempt, later } = coach.tally
  talk.say('')
  talk.say(
    `${count(fixed, 'finding')} fixed, ${exempt} exempt, ${later} left for later. Nothing else was changed.`,
  )
  return { exitCode: io.signal.aborted ? EXIT.interrupted : EXIT.done }
}

/** Everything there is to do now; what needs findings is left out when there are none. */
async function tasks(coach: PlainCoach, resume: string): Promise<readonly MenuItem<Task>[]> {
  const { tools, open, later } = coach
  const groups = groupFindings(open, await weaknessesOf(coach))
  const { sessionMinutes } = await tools.personal.preferences()
  const plan = planSession(groups, [...later], sessionMinutes)
  const stopped = open.find(finding => finding.fingerprint === resume)
  const minutes = count(estimateRound(plan), 'minute')
  return [
    ...(stopped
      ? [
          {
            label: `go on where you stopped: ${printable(stopped.path)}, line ${stopped.startLine}`,
            value: (all: PlainCoach) =>
              walkRound(all, [
                stopped,
                ...open.filter(one => one !== stopped && one.weakness === stopped.weakness),
              ]),
          },
        ]
      : []),
    ...(plan.length > 0
      ? [
          {
            label: `a session of about ${minutes}: ${count(plan.length, 'finding')}, ${printable(groups[0]?.title ?? '')} first`,
            value: (all: PlainCoach) => walkRound(all, plan),
          },
        ]
      : []),
    ...(open.length > 0
      ? [
          { label: 'choose a kind of weakness', value: chooseKind },
          { label: 'list the findings: filter, sort, open one', value: listFindings },
        ]
      : []),
    { label: 'review the learned rules', value: reviewRules },
    { label: 'the quiz: what you learned and may forget', value: askQuiz },
    { label: 'write the files that your assistants read (sync)', value: writeGuardrails },
    { label: 'learn rules from fixes in the git history', value: learnFromGit },
    { label: 'progress: what was found, fixed and learned', value: tellProgress },
    { label: 'settings', value: setSettings },
    ...((await tools.machine.notedFixes()).length > 0
      ? [{ label: 'take a fix back, of this or an earlier session', value: undoFixes }]
      : []),
  ]
}

async function weaknessesOf({ tools }: PlainCoach) {
  return Object.fromEntries((await tools.content.weaknesses()).map(one => [one.id, one]))
}

async function chooseKind(coach: PlainCoach): Promise<void> {
  const groups = groupFindings(coach.open, await weaknessesOf(coach))
  const group = await chooseFrom(
    coach.talk,
    'Where to start',
    groups.map(one => {
      const minutes = count(estimateMinutes(one.findings.length), 'minute')
      const places = count(one.findings.length, 'place')
      return { value: one, label: `${printable(one.title)}: ${places}, ${one.severity}, about ${minutes}` }
    }),
    'go back',
  )
  if (group) await walkRound(coach, group.findings)
}

import type { Finding } from '../core/finding/finding.js'
import { sinkPlace } from '../core/session/selectors.js'
import type { EffectRun } from './run-effect.js'

/** Files between two reports of progress: each makes the list sort again. */
const STEP = 16

/** Asks git when the lines of findings were committed, file by file, and emits what is known so far. Stops when it is called off. */
export async function loadAges(
  findings: readonly Finding[],
  { tools, emit, signal }: Pick<EffectRun, 'tools' | 'emit' | 'signal'>,
): Promise<void> {
  const byPath = new Map<string, { readonly fingerprint: string; readonly line: number }[]>()
  for (const finding of findings) {
    const { path, line } = sinkPlace(finding)
    byPath.set(path, [...(byPath.get(path) ?? []), { fingerprint: finding.fingerprint, line }])
  }
  const dates: Record<string, string | null> = {}
  const total = byPath.size
  let done = 0
  for (const [path, places] of byPath) {
    const known = await tools.git.lineDates(path)
    if (signal.aborted) return
    for (const { fingerprint, line } of places) dates[fingerprint] = known?.[line - 1] ?? null
    done += 1
    if (done % STEP === 0 && done < total)
      emit({ type: 'ages-progressed', ages: { dates: { ...dates }, done, total } })
  }
  emit({ type: 'ages-loaded', ages: { dates, done, total } })
}

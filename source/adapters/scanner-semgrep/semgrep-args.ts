/** The two binaries that speak this language; they differ in flags (engine.md §8). */
export type SemgrepBinary = 'semgrep' | 'opengrep'

export type SemgrepOptions = {
  readonly binary: SemgrepBinary
  /** Rule files or folders, or names of rule sets that are fetched. */
  readonly configs: readonly string[]
  /** Files or folders, relative to the working directory. */
  readonly targets: readonly string[]
  readonly jobs: number
}

/** Seconds one rule may take on one file, and the size in bytes above which a file is passed over. */
const RULE_SECONDS = 5
const MAX_BYTES = 1_000_000

/** Returns the argument array of a scan that writes nothing and, with local configs, reaches no network. */
export function semgrepArgs(options: SemgrepOptions): readonly string[] {
  const own =
    options.binary === 'semgrep'
      ? ['--metrics=off', '--disable-version-check', '--oss-only', '--no-rewrite-rule-ids']
      : ['--disable-version-check', '--no-rewrite-rule-ids', '--taint-intrafile']
  return [
    'scan',
    ...options.configs.flatMap(config => ['--config', config]),
    '--json',
    '--quiet',
    ...own,
    '--dataflow-traces',
    ...['--timeout', String(RULE_SECONDS)],
    ...['--max-target-bytes', String(MAX_BYTES)],
    ...['--jobs', String(options.jobs)],
    '--',
    ...options.targets,
  ]
}

/** Environment that keeps the scanner quiet and away from the network and from settings of another project. */
export const SEMGREP_ENV: Readonly<Record<string, string | undefined>> = {
  SEMGREP_SEND_METRICS: 'off',
  SEMGREP_ENABLE_VERSION_CHECK: '0',
  PYTHONUTF8: '1',
  SEMGREP_RULES: undefined,
  SEMGREP_APP_TOKEN: undefined,
  SEMGREP_BASELINE_COMMIT: undefined,
  SEMGREP_BASELINE_REF: undefined,
}

/** Returns whether a config names rules that the scanner would fetch: `auto`, `p/…`, `r/…` or an address. */
export function isRemoteConfig(config: string): boolean {
  return config === 'auto' || config === 'supply-chain' || /^(?:[prs]\/|https?:|git[+:@])/.test(config)
}

/** What each exit code says (Semgrep CLI reference), for the message when there is no readable output. */
export function exitCodeWords(code: number): string {
  const words: Readonly<Record<number, string>> = {
    2: 'it failed',
    3: 'a file could not be parsed',
    4: 'a rule is not valid',
    5: 'a rule file is not valid YAML',
    7: 'it found no rules in the given config',
    8: 'a rule names a language it does not know',
    13: 'its login is not valid',
    14: 'the scan failed',
  }
  return words[code] ?? `it stopped with exit code ${code}`
}

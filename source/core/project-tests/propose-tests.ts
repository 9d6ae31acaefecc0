import { scriptsOf } from './test-command.js'

/** A command that would run the project's tests, and what it was concluded from. */
export type TestProposal = { readonly command: string; readonly from: string }

/** What is known of the files directly in the project's folder. */
export type ProjectTop = {
  readonly names: ReadonlySet<string>
  /** Texts of those that were read: `package.json`, `composer.json`, `pyproject.toml`; null when absent. */
  readonly packageFile: string | null
  readonly composerFile: string | null
  readonly pyproject: string | null
  /** Whether any Python file of the project is named like a test. */
  readonly hasPythonTests: boolean
}

/** What `npm init` writes; it runs no test. */
const NO_TEST = /no test specified/

/** Returns the commands that would run the project's tests, likeliest first; empty when none is to be seen. */
export function proposeTests(top: ProjectTop): readonly TestProposal[] {
  const has = (...names: readonly string[]) => names.some(name => top.names.has(name))
  const ends = (ending: string) => [...top.names].some(name => name.endsWith(ending))
  const proposals: TestProposal[] = []
  const script = scriptsOf(top.packageFile).test
  if (script !== undefined && !NO_TEST.test(script))
    proposals.push({ command: `${packageManager(top.names)} test`, from: 'the test script of package.json' })
  if (has('pytest.ini', 'conftest.py') || /^\[tool\.pytest/m.test(top.pyproject ?? '') || top.hasPythonTests)
    proposals.push({ command: 'python -m pytest -q', from: 'its Python tests' })
  if (has('go.mod')) proposals.push({ command: 'go test ./...', from: 'go.mod' })
  if (has('pom.xml')) proposals.push({ command: 'mvn -q test', from: 'pom.xml' })
  if (has('build.gradle', 'build.gradle.kts'))
    proposals.push({ command: 'gradle test', from: 'build.gradle' })
  if (scriptsOf(top.composerFile).test !== undefined)
    proposals.push({ command: 'composer test', from: 'the test script of composer.json' })
  else if (has('phpunit.xml', 'phpunit.xml.dist'))
    proposals.push({ command: 'vendor/bin/phpunit', from: 'phpunit.xml' })
  if (has('.rspec')) proposals.push({ command: 'bundle exec rspec', from: '.rspec' })
  if (ends('.sln') || ends('.csproj')) proposals.push({ command: 'dotnet test', from: 'the .NET project' })
  return proposals
}

function packageManager(names: ReadonlySet<string>): string {
  if (names.has('pnpm-lock.yaml')) return 'pnpm'
  if (names.has('yarn.lock')) return 'yarn'
  if (names.has('bun.lock') || names.has('bun.lockb')) return 'bun run'
  return 'npm'
}

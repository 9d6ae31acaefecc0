import { readdirSync, realpathSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { createEmbeddedScanner } from '../source/adapters/scanner-embedded/scanner.js'
import { sha256 } from '../source/adapters/system/sha256.js'

/** Prints what the embedded scanner finds in a folder: `tsx scripts/scan-folder.ts DIR [RULES] [--json] [--cache=DIR] [--worker=FILE]`. For authors of rules. */
const root = realpathSync(process.argv[2] ?? '.')
const option = (name: string) => process.argv.find(word => word.startsWith(`--${name}=`))?.split('=')[1]
const cacheFolder = option('cache')
const workerProgram = option('worker')
const scanner = createEmbeddedScanner({
  workspace: { root, listProject: async () => listFiles(root) },
  hash: sha256,
  rules: resolve(
    process.argv[3]?.startsWith('-') === false ? process.argv[3] : join(import.meta.dirname, '../rules'),
  ),
  ...(cacheFolder === undefined ? {} : { cache: resolve(cacheFolder) }),
  ...(workerProgram === undefined ? {} : { workerProgram: resolve(workerProgram) }),
})
const report = await scanner.scan({ root, paths: [] })
if (process.argv.includes('--json')) console.log(JSON.stringify(report, null, 2))
else {
  for (const finding of report.findings) {
    const { path, startLine, startColumn, ruleId, severity, confidence, exempt, trace, fixes } = finding
    const how = trace.length > 0 ? ` (trace of ${trace.length})` : ''
    console.log(
      `${path}:${startLine}:${startColumn} ${ruleId} ${severity}/${confidence}${how}${exempt ? ' exempt' : ''} [${fixes.map(fix => fix.id).join(', ')}]`,
    )
  }
  for (const error of report.errors) console.log(`${error.kind} ${error.path} ${error.message}`)
  console.log(report.findings.length, 'findings', JSON.stringify(report.stats))
}

function listFiles(folder: string): readonly string[] {
  const skip = /(^|[\\/])(node_modules|[.]git)([\\/]|$)/
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter(path => !skip.test(path))
    .sort()
}

import { rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { build, type Metafile, type Plugin } from 'esbuild'

// esbuild gives what several commands share a chunk for each set of them: dozens of a few hundred bytes. To open one takes
// Node longer than to read all, so the small ones become one file.

/** Chunks below this many bytes are put together; what is larger is worth leaving out where it is not needed. */
const SMALL = 10_000

/** Name of the file that takes their place. */
const SHARED = 'shared.js'

/** How the second pass differs from none: everything is bundled and minified already. */
const AS_IT_IS = {
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  minify: true,
  legalComments: 'none',
  write: false,
  // What there was to say of the code was said in the first pass.
  logLevel: 'error',
} as const

/**
 * Puts the small chunks in `folder` into one file and lets the others import from it. What is imported is named by chunk
 * there, since chunks use the same short names. Returns the names of all files there are then.
 */
export async function mergeChunks(folder: string, { outputs }: Metafile): Promise<readonly string[]> {
  const files = new Map(Object.entries(outputs).map(([path, output]) => [basename(path), output]))
  const small = findSmall(files)
  const nameIn = (chunk: string, name: string): string => `${chunk.replace(/\W/g, '_')}_${name}`
  const listing = (chunk: string, from: string, toShared: boolean): string => {
    const names = files.get(chunk)?.exports ?? []
    const pairs = names.map(name =>
      toShared ? `${name} as ${nameIn(chunk, name)}` : `${nameIn(chunk, name)} as ${name}`,
    )
    return `export { ${pairs.join(', ')} } from ${JSON.stringify(from)}`
  }

  const shared = await build({
    ...AS_IT_IS,
    stdin: {
      contents: [...small].map(chunk => listing(chunk, `./${chunk}`, true)).join('\n'),
      resolveDir: folder,
    },
    plugins: [leaveOut(path => small.has(path))],
  })
  const others = [...files.keys()].filter(file => !small.has(file))
  const made = await Promise.all(
    others.map(file =>
      build({
        ...AS_IT_IS,
        entryPoints: [join(folder, file)],
        plugins: [
          leaveOut(path => small.has(path)),
          {
            name: 'take-from-shared',
            setup: ({ onLoad }) => {
              onLoad({ filter: /\.js$/ }, ({ path }) =>
                small.has(basename(path))
                  ? { contents: listing(basename(path), `./${SHARED}`, false), resolveDir: folder }
                  : undefined,
              )
            },
          },
        ],
      }),
    ),
  )
  await writeFile(join(folder, SHARED), shared.outputFiles[0]?.contents ?? '')
  for (const [index, { outputFiles }] of made.entries())
    await writeFile(join(folder, others[index] ?? ''), outputFiles[0]?.contents ?? '')
  for (const chunk of small) await rm(join(folder, chunk))
  return [...others, SHARED].sort()
}

/** What a chunk here imports must be here too: else the files would import each other in a circle. */
function findSmall(files: ReadonlyMap<string, Metafile['outputs'][string]>): ReadonlySet<string> {
  const small = new Set(
    [...files]
      .filter(([, output]) => output.entryPoint === undefined && output.bytes < SMALL)
      .map(([file]) => file),
  )
  const needsOther = (file: string): boolean =>
    files
      .get(file)
      ?.imports.some(
        one => one.kind === 'import-statement' && !one.external && !small.has(basename(one.path)),
      ) ?? false
  for (let before = -1; before !== small.size; ) {
    before = small.size
    for (const file of small) if (needsOther(file)) small.delete(file)
  }
  return small
}

/** Leaves imports of our own files as they are, but for those that are wanted. */
function leaveOut(isWanted: (file: string) => boolean): Plugin {
  return {
    name: 'leave-out',
    setup: ({ onResolve }) => {
      onResolve({ filter: /^\.\// }, ({ path, kind }) =>
        kind !== 'entry-point' && (kind === 'dynamic-import' || !isWanted(basename(path)))
          ? { path, external: true }
          : undefined,
      )
    },
  }
}

import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { seededRandom } from '../source/core/quiz/random.js'

/** Top of the repository. */
export const TOP = resolve(import.meta.dirname, '..')

/** Returns a new temporary folder. */
export function newFolder(name: string): string {
  return mkdtempSync(join(tmpdir(), `guardrail-coach-bench-${name}-`))
}

/** Returns a project with one file and one finding, for start times. */
export function smallProject(): string {
  const folder = newFolder('small')
  writeFileSync(join(folder, 'app.js'), handler('eval(request.query.sum)'))
  return folder
}

/** Returns a project with 10,000 findings in 100 files. */
export function crowdedProject(): string {
  const folder = newFolder('crowded')
  const lines = Array.from({ length: 100 }, (_, index) => `eval(request.query.part${index})`)
  for (let file = 0; file < 100; file++)
    writeFileSync(join(folder, `page${String(file).padStart(3, '0')}.js`), handler(lines.join('\n  ')))
  return folder
}

function handler(body: string): string {
  return `const app = require('express')()\napp.get('/', (request, response) => {\n  ${body}\n})\n`
}

/** Returns a TypeScript project of `count` files, most of them harmless, about 3 kB each; the same at every run. */
export function typescriptProject(count: number): string {
  const folder = newFolder('tree')
  const random = seededRandom(1)
  const pick = <T>(items: readonly T[]): T | undefined => items[Math.floor(random() * items.length)]
  for (let file = 0; file < count; file++) {
    const parts = Array.from({ length: 12 }, (_, index) => pick(PARTS)?.(`${file}x${index}`) ?? '')
    const path = join(folder, 'source', `area${file % 40}`)
    mkdirSync(path, { recursive: true })
    writeFileSync(join(path, `module${file}.ts`), [HEAD, ...parts].join('\n'))
  }
  return folder
}

const HEAD = `import { Router } from 'express'
import { pool } from '../db.js'

export const router = Router()
`

/** Pieces of ordinary code; one in ten holds a vulnerability. */
const PARTS: readonly ((name: string) => string)[] = [
  name => `export type Parcel${name} = { readonly id: number; readonly town: string; readonly weight?: number }
export function sortByTown${name}(parcels: readonly Parcel${name}[]): readonly Parcel${name}[] {
  return [...parcels].sort((a, b) => a.town.localeCompare(b.town) || a.id - b.id)
}`,
  name => `router.get('/${name}/:id', async (request, response) => {
  const found = await pool.query('SELECT id, town FROM parcels WHERE id = $1', [Number(request.params.id)])
  response.json(found.rows[0] ?? { error: 'none' })
})`,
  name => `export class Shelf${name} {
  #parcels = new Map<number, string>()
  put(id: number, town: string): void { this.#parcels.set(id, town) }
  take(id: number): string | undefined {
    const town = this.#parcels.get(id)
    this.#parcels.delete(id)
    return town
  }
}`,
  name => `export async function load${name}(ids: readonly number[]): Promise<readonly string[]> {
  const towns: string[] = []
  for (const id of ids) {
    const answer = await fetch(\`https://api.example.org/parcels/\${id}\`)
    if (!answer.ok) continue
    towns.push(String((await answer.json()).town ?? ''))
  }
  return towns
}`,
  name => `export function label${name}(parcel: { id: number; town: string }): string {
  const lines = [\`Parcel \${parcel.id}\`, parcel.town.toUpperCase()]
  if (parcel.town.length > 20) lines.push('long name')
  return lines.map(line => line.padEnd(32, '.')).join('\\n')
}`,
  name => `export const settings${name} = {
  port: Number(process.env.PORT ?? 3000), retries: 3, towns: ['Lund', 'Bern', 'Cork'],
  isOpen: (hour: number) => hour >= 8 && hour < 18,
}`,
  name => `const total${name} = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)
export const mean${name} = (values: readonly number[]): number => total${name}(values) / Math.max(1, values.length)`,
  name => `router.post('/${name}', (request, response) => {
  const { town, weight } = request.body
  if (typeof town !== 'string' || typeof weight !== 'number') return response.status(400).end()
  response.status(201).json({ town, weight })
})`,
  name => `export function parse${name}(text: string): Record<string, string> {
  const pairs = text.split(';').map(part => part.split('=', 2))
  return Object.fromEntries(pairs.filter(pair => pair.length === 2).map(([key = '', value = '']) => [key.trim(), value]))
}`,
  name => `router.get('/${name}/search', async (request, response) => {
  const found = await pool.query(\`SELECT id FROM parcels WHERE town = '\${request.query.town}'\`)
  response.json(found.rows)
})`,
]

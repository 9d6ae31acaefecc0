import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { keysDocument } from '../source/tui/keys/keys-document.js'

// Writes docs/keys.md from the table of keys that the coach itself uses.
await writeFile(resolve(import.meta.dirname, '../docs/keys.md'), keysDocument())

import { once } from 'node:events'
import { createWorkspace } from '../../source/adapters/workspace-fs/create-workspace.js'
import { succeed } from '../../source/core/problem.js'

// Started as a process of its own: holds the lock of a project until its standard input ends.
const [root = '', state = ''] = process.argv.slice(2)
const workspace = await createWorkspace(root, { state })
if (!workspace.ok) throw new Error(workspace.problem.message)
await workspace.value.withLock(async () => {
  process.stdout.write('held\n')
  process.stdin.resume()
  await once(process.stdin, 'end')
  return succeed(null)
})

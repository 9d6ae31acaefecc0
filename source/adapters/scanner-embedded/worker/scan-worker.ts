import { parentPort, workerData } from 'node:worker_threads'
import { sha256 } from '../../system/sha256.js'
import { openEngine } from '../open-engine.js'
import { loadRulePack } from '../rules/rule-pack.js'
import { examineFile } from '../scan/examine-file.js'
import type { WorkerAnswer, WorkerSetup, WorkerTask } from './worker-messages.js'

// The whole program of a worker thread: it examines the files it is told and answers one by one.

const setup: WorkerSetup = workerData
const modules = new Set(setup.modules)
const opened = loadRulePack(setup.rules, sha256).then(pack =>
  openEngine({
    pack,
    hash: sha256,
    hasModule: name => modules.has(name),
    trusted: () => setup.trusted,
    ...(setup.grammars === null ? {} : { grammars: setup.grammars }),
  }),
)

parentPort?.on('message', async (task: WorkerTask) => {
  const { engine } = await opened
  for (const path of task.paths) {
    const outcome = await examineFile(engine, setup.root, path, setup.weaknesses ?? undefined)
    const answer: WorkerAnswer = { outcome }
    parentPort?.postMessage(answer)
  }
})

import { parentPort, workerData } from 'node:worker_threads'
import { sha256 } from '../../system/sha256.js'
import { openEngine } from '../open-engine.js'
import { loadRulePack } from '../rules/rule-pack.js'
import { examineFile } from '../scan/examine-file.js'
import { textChecksOf } from '../scan/text-scan.js'
import type { WorkerAnswer, WorkerSetup, WorkerTask } from './worker-messages.js'

// The whole program of a worker thread: it examines the files it is told and answers one by one.

const setup: WorkerSetup = workerData
const modules = new Set(setup.modules)
const pack = loadRulePack(setup.rules, sha256)
const texts = pack.then(one => textChecksOf(one, sha256))
const opened = pack.then(one =>
  openEngine({
    pack: one,
    hash: sha256,
    hasModule: name => modules.has(name),
    trusted: () => setup.trusted,
    routes: () => setup.routes,
    ...(setup.grammars === null ? {} : { grammars: setup.grammars }),
  }),
)

parentPort?.on('message', async (task: WorkerTask) => {
  const examiner = {
    engine: async () => (await opened).engine,
    texts: await texts,
    hash: sha256,
    root: setup.root,
    weaknesses: setup.weaknesses ?? undefined,
  }
  for (const path of task.paths) {
    const outcome = await examineFile(examiner, path)
    const answer: WorkerAnswer = { outcome }
    parentPort?.postMessage(answer)
  }
})

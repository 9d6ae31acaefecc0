import { writeSync } from 'node:fs'
import { createConfStore } from '../../source/adapters/store-conf/conf-store.js'
import { sampleReviews } from './sample-reviews.js'

// A process of its own, to be killed: saves reviews one after the other and tells each one that is safe.
const [folder = '', from = '0', count = '0', seed = '1'] = process.argv.slice(2)
const store = createConfStore(folder)
for (const [index, review] of sampleReviews(Number(count), Number(seed)).entries()) {
  if (index < Number(from)) continue
  const saved = await store.saveReview(review)
  if (!saved.ok) throw new Error(saved.problem.message)
  writeSync(1, `${index + 1}\n`)
}

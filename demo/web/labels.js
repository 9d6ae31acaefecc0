import { exec } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Router } from 'express'

const LABELS = join(process.cwd(), 'labels')

export const labels = Router()

labels.get('/:file', async (request, response) => {
  const text = await readFile(join(LABELS, request.params.file), 'utf8')
  response.type('text/plain').send(text)
})

labels.post('/print', (request, response) => {
  const { printer } = request.body
  exec(`lp -d ${printer} labels/next.txt`, error => {
    response.json({ printed: !error })
  })
})

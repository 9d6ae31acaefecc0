import express from 'express'
import { labels } from './labels.js'
import { login } from './login.js'
import { orders } from './orders.js'
import { parcels } from './parcels.js'
import { tracking } from './tracking.js'

const app = express()
app.use(express.json())
app.use('/parcels', parcels)
app.use('/orders', orders)
app.use('/labels', labels)
app.use('/tracking', tracking)
app.use('/login', login)

app.get('/health', (request, response) => {
  response.json({ ok: true, since: process.uptime() })
})

app.use((error, request, response, next) => {
  console.error(error)
  response.status(500).json({ error: 'Something went wrong.' })
})

app.listen(Number(process.env.PORT ?? 3000))

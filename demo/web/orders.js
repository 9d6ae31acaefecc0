import { Router } from 'express'
import { query } from './db.js'

export const orders = Router()

orders.get('/:id', async (request, response) => {
  const found = await query('SELECT id, state FROM orders WHERE id = $1', [request.params.id])
  if (found.rows.length === 0) return response.status(404).json({ error: 'no such order' })
  response.json(found.rows[0])
})

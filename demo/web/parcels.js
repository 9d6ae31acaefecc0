import { Router } from 'express'
import { pool } from './db.js'

export const parcels = Router()

// The list on the counter's screen, newest first.
parcels.get('/', async (request, response) => {
  const { town } = request.query
  const statement = `SELECT id, size, shelf FROM parcels WHERE town = '${town}' ORDER BY arrived DESC`
  const result = await pool.query(statement)
  response.json(result.rows)
})

parcels.get('/search', async (request, response) => {
  const { name } = request.query
  const found = await pool.query('SELECT id, shelf FROM parcels WHERE recipient ILIKE $1', [`%${name}%`])
  const rows = found.rows.map(row => `<li>${row.id} on shelf ${row.shelf}</li>`)
  response.send(`<h1>Parcels for ${name}</h1><ul>${rows.join('')}</ul>`)
})

import { Router } from 'express'
import { settings } from './settings.js'
import { checkPassword, saveResetToken } from './staff.js'

export const login = Router()

login.post('/', async (request, response) => {
  const { user, password } = request.body
  if (!(await checkPassword(user, password))) return response.status(401).json({ error: 'wrong password' })
  response.cookie('staff', user, { httpOnly: true, secure: true, signed: true, sameSite: 'lax' })
  response.redirect(request.query.next)
})

login.post('/reset', async (request, response) => {
  const token = Math.random().toString(36).slice(2)
  await saveResetToken(request.body.user, token)
  response.json({ sentFrom: settings.sender })
})

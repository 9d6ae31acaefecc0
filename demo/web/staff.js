import { scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { query } from './db.js'

const derive = promisify(scrypt)

/** Tells whether a password is the one stored for a member of staff. */
export async function checkPassword(user, password) {
  const found = await query('SELECT salt, hash FROM staff WHERE name = $1', [user])
  const [row] = found.rows
  if (!row) return false
  const hash = await derive(password, row.salt, 64)
  return timingSafeEqual(hash, row.hash)
}

/** Stores the token of a password reset; it is good for an hour. */
export async function saveResetToken(user, token) {
  await query("UPDATE staff SET reset = $1, reset_until = now() + interval '1 hour' WHERE name = $2", [token, user])
}

import pg from 'pg'

export const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL })

/** Runs a statement with its values apart from its text. */
export function query(text, values) {
  return pool.query(text, values)
}

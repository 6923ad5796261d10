import pino from 'pino'
import { env } from './env'

/** Structured logs, one JSON object a line. Nothing of a person's work or mail address belongs in them. */
export const log = pino({
  level: env().LOG_LEVEL,
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: ['password', 'token', 'authorization', 'cookie', 'email'],
})

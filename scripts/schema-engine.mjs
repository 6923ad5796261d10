#!/usr/bin/env node
// Stands in for Prisma's native schema engine, which cannot be downloaded everywhere: the same JSON-RPC over stdio, on
// @prisma/schema-engine-wasm and @prisma/adapter-pg. Only for authoring migrations (npm run db:new).
import fs from 'node:fs'
import { createRequire } from 'node:module'
import readline from 'node:readline'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import pg from 'pg'
import { parse } from 'pg-connection-string'

const argv = process.argv.slice(2)
const valuesOf = (name) => argv.flatMap((arg, at) => (arg === name ? [argv[at + 1]] : []))
const url = JSON.parse(valuesOf('--datasource')[0] ?? '{}').url ?? process.env.DATABASE_URL

if (argv.includes('--version')) {
  console.log('schema-engine-wasm')
  process.exit(0)
}
if (argv.includes('cli')) await answerCli(argv[argv.indexOf('cli') + 1])

async function answerCli(name) {
  process.stderr.write('start\n')
  try {
    const client = new pg.Client(url)
    if (name === 'can-connect-to-database') await client.connect()
    await client.end()
    process.exit(0)
  } catch (error) {
    const fields = { message: error.message, error_code: 'P1001', is_panic: false }
    const line = { timestamp: new Date().toISOString(), level: 'ERROR', fields, target: 'schema_engine::logger' }
    process.stderr.write(`${JSON.stringify(line)}\n`)
    process.exit(1)
  }
}

// Where the engine leaves its last words.
globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (words) => process.stderr.write(`${words}\n`) }
const wasm = await import('@prisma/schema-engine-wasm/schema_engine_bg')
const require = createRequire(import.meta.url)
const file = require.resolve('@prisma/schema-engine-wasm').replace('schema_engine.js', 'schema_engine_bg.wasm')
const { instance } = await WebAssembly.instantiate(fs.readFileSync(file), { './schema_engine_bg.js': wasm })
wasm.__wbg_set_wasm(instance.exports)
instance.exports.__wbindgen_start()

async function asOwner(sql) {
  const client = new pg.Client(url)
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

// The adapter cuts a script at every semicolon, those inside functions too. PostgreSQL takes the whole as it stands.
function runningWholeScripts(connection) {
  connection.executeScript = async (script) => {
    await connection.client.query(script)
  }
  return connection
}

// PostgreSQL's internal one-byte "char" (18), which adapter-pg refuses, is read as char(n) (1042). Checks and
// the like are left out: the schema language cannot say them, and the engine stumbles over how their kind is told.
function readingWhatTheEngineKnows(connection) {
  const perform = connection.performIO.bind(connection)
  connection.performIO = async (query) => {
    const answer = await perform(query)
    for (const part of [answer].flat()) {
      for (const field of part.fields ?? []) if (field.dataTypeID === 18) field.dataTypeID = 1042
      if ((part.fields ?? []).some(({ name }) => name === 'constraint_type')) part.rows = []
    }
    return answer
  }
  return connection
}

class Factory extends PrismaPg {
  async connect() {
    return runningWholeScripts(readingWhatTheEngineKnows(await super.connect()))
  }

  // The adapter's own drops the shadow database while its pool is still connected to it.
  async connectToShadowDb() {
    const database = `prisma_migrate_shadow_db_${crypto.randomUUID()}`
    await asOwner(`create database "${database}" template template0`)
    const connection = await new Factory({ ...parse(url), database }).connect()
    const dispose = connection.dispose.bind(connection)
    connection.dispose = async () => {
      await dispose()
      await asOwner(`drop database if exists "${database}" with (force)`)
    }
    return connection
  }
}

// Not by connection string: that would override the shadow database's name.
const adapter = bindMigrationAwareSqlAdapterFactory(new Factory(parse(url)))
const datamodels = valuesOf('--datamodels').map((name) => [name, fs.readFileSync(name, 'utf8')])
let engine
const engineOnce = async () =>
  (engine ??= await wasm.SchemaEngine.new(
    { datamodels: datamodels.length ? datamodels : undefined },
    () => {},
    adapter,
  ))

const send = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`)
let printId = 1_000_000

async function answer({ id, method, params }) {
  try {
    const running = await engineOnce()
    const result = await running[method === 'getDatabaseVersion' ? 'version' : method](params)
    if (method === 'diff' && result?.stdout != null) {
      send({ id: ++printId, method: 'print', params: { content: result.stdout.replace(/\n$/, '') } })
    }
    send({ id, result: result ?? null })
  } catch (error) {
    const data = { is_panic: false, message: error.message, meta: error.meta, error_code: error.code }
    send({ id, error: { code: 4466, message: error.message, data } })
  }
}

let queue = Promise.resolve()
readline
  .createInterface({ input: process.stdin })
  .on('line', (line) => {
    const message = JSON.parse(line)
    if (message.method) queue = queue.then(() => answer(message))
  })
  .on('close', () => queue.finally(() => process.exit(0)))

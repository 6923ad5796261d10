import fs from 'node:fs'
import path from 'node:path'
import { sha256 } from '../lib/server/secret'
import { readBaseUnits } from './facts/base-units'
import { readMedicareUse } from './facts/medicare-use'
import { linesOf, writeListed } from './facts/written'
import { readZipAreas } from './facts/zip-areas'
import { command, Sentence } from './launch/sentence'

const USAGE = 'Use: npm run reference:facts -- ZIP5.zip BASE_UNITS.xlsx MEDICARE_USE_FOLDER'
const PUBLISHER = 'Centers for Medicare & Medicaid Services (CMS)'
const SCHEDULE = 'content/schedule'

/** `npm run reference:facts -- FILE...`: writes what is looked up beside the releases into content, from files of CMS. */
await command(async () => {
  const files = process.argv.slice(2)
  if (files.length === 0) throw new Sentence(`No file was given. ${USAGE}`)
  for (const file of files) {
    if (!fs.existsSync(file)) throw new Sentence(`There is no file ${file}.`)
    if (fs.statSync(file).isDirectory()) writeMedicareUse(file)
    else await (/\.xlsx$/i.test(file) ? writeBaseUnits(file) : writeZipLocalities(file))
  }
})

function writeMedicareUse(folder: string): void {
  const { files, codes, specialties } = readMedicareUse(folder)
  const head = {
    publisher: PUBLISHER,
    title: 'Medicare Physician & Other Practitioners, by provider and service: services by code and by specialty',
    url: 'https://github.com/kianbob/openmedicare',
    license: 'CMS public use data, public domain; the extract carries no license of its own; no AMA descriptors',
    caveat:
      'Medicare Part B, fee for service: children, births, trauma and the work that other plans pay for hardly show. ' +
      'The 500 codes with most payments, and the 50 of each specialty.',
    years: '2014-2023',
    specialtyYear: 2023,
    files,
  }
  const written = `${JSON.stringify(head).slice(0, -1)},"codes":[\n${linesOf(codes)}\n],"specialties":[\n${linesOf(specialties)}\n]}\n`
  fs.writeFileSync('content/use/medicare-services.json', written)
  console.log(`Services of ${codes.length} codes and of ${specialties.length} specialties.`)
}

async function writeBaseUnits(file: string): Promise<void> {
  const { year, units } = await readBaseUnits(file)
  const title = `Anesthesia base units by code, calendar year ${year}`
  const hash = sha256(fs.readFileSync(file))
  const head = { publisher: PUBLISHER, title, year, fileName: path.basename(file), sha256: hash }
  const entries = Object.entries(units).map(([code, value]) => `"${code}":${value}`)
  const written = `${JSON.stringify(head).slice(0, -1)},"units":{\n${entries.join(',\n')}\n}}\n`
  fs.writeFileSync(`${SCHEDULE}/anesthesia-base-units.json`, written)
  console.log(`Base units of ${entries.length} codes, ${year}.`)
}

async function writeZipLocalities(file: string): Promise<void> {
  const { areas, ...read } = await readZipAreas(file)
  const head = { publisher: PUBLISHER, title: 'ZIP code to carrier and locality', ...read }
  writeListed(`${SCHEDULE}/zip-localities.json`, head, 'areas', areas)
  console.log(`ZIP codes of ${areas.length} areas, ${read.quarter}.`)
}

import { calendarDate, type CalendarDate } from '@/lib/domain/shared/date'
import { conversionFactor, geographicIndex, rvu, share } from '@/lib/domain/shared/exact'
import type { Locality } from '@/lib/domain/schedule/locality'
import type { Release } from '@/lib/domain/schedule/release'
import type { GlobalPeriod, RowModifier, ScheduleRow, StatusCode } from '@/lib/domain/schedule/row'
import { creditCase } from '@/lib/domain/crediting/credit-case'
import type { CalculatedCase, CalculatedLine, CaseInput, CaseLine, ScheduleView } from '@/lib/domain/crediting/case'
import { POLICY_PRESETS } from '@/lib/domain/crediting/policy'

/**
 * Numbers of the rows that the tests need, as CMS published them in RVU25D (October 2025), one row a line:
 * code | modifier | status and + | work | PE non-facility | NA of non-facility (n), facility (f) | PE facility |
 * malpractice | PC/TC | global | pre | intra | post | mult, bilateral, assistant, co-surgeon, team | endoscopy base |
 * imaging family | outpatient PE non-facility | outpatient PE facility | outpatient malpractice
 */
const RVU25D = `
99203||A|1.60|1.61||0.69|0.16|0|XXX|0.00|0.00|0.00|00000||99|0.00|0.00|0.00
99213||A|1.30|1.35||0.57|0.10|0|XXX|0.00|0.00|0.00|00000||99|0.00|0.00|0.00
99214||A|1.92|1.80||0.83|0.15|0|XXX|0.00|0.00|0.00|00000||99|0.00|0.00|0.00
99215||A|2.80|2.42||1.28|0.21|0|XXX|0.00|0.00|0.00|00000||99|0.00|0.00|0.00
99291||A|4.50|3.27||1.42|0.44|0|XXX|0.00|0.00|0.00|00000||99|0.00|0.00|0.00
99292||A|2.25|1.11||0.72|0.21|0|ZZZ|0.00|0.00|0.00|00000||99|0.00|0.00|0.00
99223||A|3.50|1.39|n|1.39|0.28|0|XXX|0.00|0.00|0.00|00000||99|0.00|0.00|0.00
92012||A|0.92|1.69||0.53|0.03|0|XXX|0.00|0.00|0.00|02000||99|0.00|0.00|0.00
99024||B|0.00|0.00||0.00|0.00|9|XXX|0.00|0.00|0.00|99999||99|0.00|0.00|0.00
47562||A|10.47|6.97|n|6.97|2.62|0|090|0.09|0.81|0.10|20210||99|0.00|0.00|0.00
44140||A|22.59|12.52|n|12.52|5.27|0|090|0.09|0.81|0.10|20210||99|0.00|0.00|0.00
38100||A|19.55|10.43|n|10.43|4.66|0|090|0.11|0.73|0.16|20210||99|0.00|0.00|0.00
15830||R|17.11|15.13|n|15.13|3.35|0|090|0.10|0.71|0.19|20210||99|0.00|0.00|0.00
19303||A|15.00|10.33|n|10.33|3.74|0|090|0.10|0.71|0.19|21210||99|0.00|0.00|0.00
69436||A|2.01|2.55|n|2.55|0.29|0|010|0.10|0.80|0.10|21100||99|0.00|0.00|0.00
22558||A|23.53|16.33|n|16.33|6.44|0|090|0.10|0.69|0.21|20220||99|0.00|0.00|0.00
31622||A|2.53|4.70||1.08|0.29|0|000|0.00|0.00|0.00|20100||99|0.00|0.00|0.00
31624||A|2.63|4.78||1.07|0.24|0|000|0.00|0.00|0.00|30100|31622|99|0.00|0.00|0.00
31625||A|3.11|6.93||1.18|0.29|0|000|0.00|0.00|0.00|30100|31622|99|0.00|0.00|0.00
31628||A|3.55|7.14||1.31|0.29|0|000|0.00|0.00|0.00|30100|31622|99|0.00|0.00|0.00
52000||A|1.53|4.88||0.68|0.18|0|000|0.00|0.00|0.00|20100||99|0.00|0.00|0.00
52310||A|2.81|5.88||1.36|0.35|0|000|0.00|0.00|0.00|30100|52000|99|0.00|0.00|0.00
52332||A|2.82|8.04||1.47|0.35|0|000|0.00|0.00|0.00|31100|52000|99|0.00|0.00|0.00
74170||A|1.40|6.41|f|6.41|0.08|1|XXX|0.00|0.00|0.00|40000||88|5.98|5.98|0.08
74170|26|A|1.40|0.50||0.50|0.06|1|XXX|0.00|0.00|0.00|40000||88|0.00|0.00|0.00
74170|TC|A|0.00|5.91|f|5.91|0.02|1|XXX|0.00|0.00|0.00|40000||88|5.48|5.48|0.02
72125||A|1.00|2.91|f|2.91|0.05|1|XXX|0.00|0.00|0.00|40000||88|3.63|3.63|0.05
72125|26|A|1.00|0.36||0.36|0.04|1|XXX|0.00|0.00|0.00|40000||88|0.00|0.00|0.00
72125|TC|A|0.00|2.55|f|2.55|0.01|1|XXX|0.00|0.00|0.00|40000||88|3.27|3.27|0.01
70450||A|0.85|2.35|f|2.35|0.05|1|XXX|0.00|0.00|0.00|40000||88|3.58|3.58|0.06
70450|26|A|0.85|0.31||0.31|0.04|1|XXX|0.00|0.00|0.00|40000||88|0.00|0.00|0.00
70450|TC|A|0.00|2.04|f|2.04|0.01|1|XXX|0.00|0.00|0.00|40000||88|3.27|3.27|0.02
93925||A|0.80|6.18|f|6.18|0.10|1|XXX|0.00|0.00|0.00|62000||99|7.66|7.66|0.11
93925|26|A|0.80|0.24||0.24|0.06|1|XXX|0.00|0.00|0.00|62000||99|0.00|0.00|0.00
93925|TC|A|0.00|5.94|f|5.94|0.04|1|XXX|0.00|0.00|0.00|62000||99|7.42|7.42|0.05
78472||A|0.98|5.13|f|5.13|0.08|1|XXX|0.00|0.00|0.00|60000||99|12.65|12.65|0.14
78472|26|A|0.98|0.33||0.33|0.04|1|XXX|0.00|0.00|0.00|60000||99|0.00|0.00|0.00
78472|TC|A|0.00|4.80|f|4.80|0.04|1|XXX|0.00|0.00|0.00|60000||99|12.32|12.32|0.10
92134||A|0.32|0.63|f|0.63|0.02|1|XXX|0.00|0.00|0.00|72000||99|1.99|1.99|0.05
92134|26|A|0.32|0.20||0.20|0.01|1|XXX|0.00|0.00|0.00|72000||99|0.00|0.00|0.00
92134|TC|A|0.00|0.43|f|0.43|0.01|1|XXX|0.00|0.00|0.00|72000||99|1.79|1.79|0.04
92132||A|0.29|0.58|f|0.58|0.02|1|XXX|0.00|0.00|0.00|72000||99|1.95|1.95|0.05
92132|26|A|0.29|0.16||0.16|0.01|1|XXX|0.00|0.00|0.00|72000||99|0.00|0.00|0.00
92132|TC|A|0.00|0.42|f|0.42|0.01|1|XXX|0.00|0.00|0.00|72000||99|1.79|1.79|0.04
97530||A|0.44|0.62|f|0.62|0.01|7|XXX|0.00|0.00|0.00|50000||99|0.00|0.00|0.00
97116||A|0.45|0.43|f|0.43|0.01|7|XXX|0.00|0.00|0.00|50000||99|0.00|0.00|0.00
45378||A|3.26|6.44||1.79|0.43|0|000|0.00|0.00|0.00|20100||99|0.00|0.00|0.00
45378|53|A|1.63|3.22||0.90|0.22|0|000|0.00|0.00|0.00|20100||99|0.00|0.00|0.00
93458||A|5.60|23.08|f|23.08|1.09|1|000|0.00|0.00|0.00|20000||99|0.00|0.00|0.00
93458|26|A|5.60|1.94||1.94|1.04|1|000|0.00|0.00|0.00|20000||99|0.00|0.00|0.00
93458|TC|A|0.00|21.14|f|21.14|0.05|1|000|0.00|0.00|0.00|00000||99|0.00|0.00|0.00
36591||T|0.00|0.82|f|0.82|0.01|3|XXX|0.00|0.00|0.00|00000||99|0.00|0.00|0.00
G2211||A|0.33|0.13||0.13|0.02|0|ZZZ|0.00|0.00|0.00|00000||99|0.00|0.00|0.00
90471||A|0.17|0.44|f|0.44|0.01|5|XXX|0.00|0.00|0.00|00000||99|0.00|0.00|0.00
G0438||A|2.60|2.20|f|2.20|0.16|0|XXX|0.00|0.00|0.00|00000||99|0.00|0.00|0.00
99417||I+|0.61|0.27||0.24|0.04|9|ZZZ|0.00|0.00|0.00|99999||99|0.00|0.00|0.00
20930||B|0.00|0.00||0.00|0.00|9|XXX|0.00|0.00|0.00|99999||99|0.00|0.00|0.00
73721||A|1.35|4.75|f|4.75|0.09|1|XXX|0.00|0.00|0.00|43000||88|7.92|7.92|0.11
73721|26|A|1.35|0.50||0.50|0.06|1|XXX|0.00|0.00|0.00|43000||88|0.00|0.00|0.00
73721|TC|A|0.00|4.25|f|4.25|0.03|1|XXX|0.00|0.00|0.00|43000||88|7.42|7.42|0.05
12001||A|0.84|1.82||0.34|0.16|0|000|0.00|0.00|0.00|20100||99|0.00|0.00|0.00
12002||A|1.14|2.07||0.40|0.22|0|000|0.00|0.00|0.00|20100||99|0.00|0.00|0.00
29881||A|7.03|8.22|n|8.22|1.39|0|090|0.10|0.69|0.21|31000|29870|99|0.00|0.00|0.00
29880||A|7.39|8.40|n|8.40|1.47|0|090|0.10|0.69|0.21|31010|29870|99|0.00|0.00|0.00
77763||A|8.66|14.76|f|14.76|0.51|1|090|0.00|0.00|0.00|00000||99|0.00|0.00|0.00
77763|26|A|8.66|4.76||4.76|0.38|1|090|0.00|0.00|0.00|00000||99|0.00|0.00|0.00
77763|TC|A|0.00|10.00|f|10.00|0.13|1|090|0.00|0.00|0.00|00000||99|0.00|0.00|0.00
11042||A|1.01|2.73||0.68|0.13|0|000|0.00|0.00|0.00|20100||99|0.00|0.00|0.00
64483||A|1.90|5.24||1.27|0.16|0|000|0.00|0.00|0.00|21100||99|0.00|0.00|0.00
22853||A|4.25|2.15|n|2.15|1.34|0|ZZZ|0.00|0.00|0.00|00220||99|0.00|0.00|0.00
63047||A|15.37|13.61|n|13.61|4.87|0|090|0.11|0.76|0.13|22220||99|0.00|0.00|0.00
00100||J|0.00|0.00||0.00|0.00|9|XXX|0.00|0.00|0.00|99999||99|0.00|0.00|0.00
81000||X|0.00|0.00||0.00|0.00|9|XXX|0.00|0.00|0.00|99999||99|0.00|0.00|0.00
D0120||R|0.00|0.00||0.00|0.00|0|XXX|0.00|0.00|0.00|00000||99|0.00|0.00|0.00
0652T||C|0.00|0.00||0.00|0.00|0|YYY|0.00|0.00|0.00|20100||99|0.00|0.00|0.00
93000||A|0.17|0.24|f|0.24|0.02|4|XXX|0.00|0.00|0.00|60000||99|0.00|0.00|0.00
93005||A|0.00|0.18|f|0.18|0.01|3|XXX|0.00|0.00|0.00|60000||99|0.00|0.00|0.00
93010||A|0.17|0.06||0.06|0.01|2|XXX|0.00|0.00|0.00|00000||99|0.00|0.00|0.00
86153|26|A|0.69|0.27||0.27|0.02|6|XXX|0.00|0.00|0.00|00000||99|0.00|0.00|0.00
99396||N+|1.90|1.71||0.75|0.13|9|XXX|0.00|0.00|0.00|99999||99|0.00|0.00|0.00
43239||A|2.39|8.36||1.42|0.29|0|000|0.00|0.00|0.00|30100|43235|99|0.00|0.00|0.00
66984||A|7.35|8.23|n|8.23|0.55|0|090|0.10|0.70|0.20|21100||99|0.00|0.00|0.00
20610||A|0.79|1.04||0.44|0.13|0|000|0.00|0.00|0.00|21100||99|0.00|0.00|0.00
27447||A|19.60|15.30|n|15.30|3.98|0|090|0.10|0.69|0.21|21210||99|0.00|0.00|0.00
33533||A|33.75|13.54|n|13.54|8.02|0|090|0.09|0.82|0.09|20200||99|0.00|0.00|0.00
33518||A|7.93|2.23|n|2.23|1.90|0|ZZZ|0.00|0.00|0.00|00200||99|0.00|0.00|0.00
47600||A|17.48|10.61|n|10.61|4.31|0|090|0.09|0.81|0.10|20210||99|0.00|0.00|0.00
49505||A|7.96|5.99|n|5.99|1.99|0|090|0.09|0.81|0.10|21210||99|0.00|0.00|0.00
61715||C|0.00|0.00||0.00|0.00|1|000|0.00|0.00|0.00|20000||99|0.00|0.00|0.00
61715|26|A|18.95|9.98||9.98|7.54|1|000|0.00|0.00|0.00|20000||99|0.00|0.00|0.00
61715|TC|C|0.00|0.00||0.00|0.00|1|000|0.00|0.00|0.00|20000||99|0.00|0.00|0.00
97110||A|0.45|0.43|f|0.43|0.01|7|XXX|0.00|0.00|0.00|50000||99|0.00|0.00|0.00
29870||A|5.19|10.76||6.56|1.01|0|090|0.10|0.69|0.21|21110||99|0.00|0.00|0.00
43235||A|2.09|6.18||1.29|0.27|0|000|0.00|0.00|0.00|20100||99|0.00|0.00|0.00
43248||A|2.91|8.88||1.65|0.36|0|000|0.00|0.00|0.00|30100|43235|99|0.00|0.00|0.00
73030||A|0.18|0.84|f|0.84|0.02|1|XXX|0.00|0.00|0.00|03000||99|2.77|2.77|0.05
73030|26|A|0.18|0.08||0.08|0.01|1|XXX|0.00|0.00|0.00|03000||99|0.00|0.00|0.00
73030|TC|A|0.00|0.76|f|0.76|0.01|1|XXX|0.00|0.00|0.00|03000||99|2.69|2.69|0.04
27130||A|19.60|15.34|n|15.34|3.99|0|090|0.10|0.69|0.21|21210||99|0.00|0.00|0.00
76514||A|0.14|0.18|f|0.18|0.02|1|XXX|0.00|0.00|0.00|72000||99|0.77|0.77|0.08
76514|26|A|0.14|0.08||0.08|0.01|1|XXX|0.00|0.00|0.00|72000||99|0.00|0.00|0.00
76514|TC|A|0.00|0.10|f|0.10|0.01|1|XXX|0.00|0.00|0.00|72000||99|0.69|0.69|0.07
92083||A|0.50|1.37|f|1.37|0.02|1|XXX|0.00|0.00|0.00|72000||99|0.00|0.00|0.00
92083|26|A|0.50|0.28||0.28|0.01|1|XXX|0.00|0.00|0.00|72000||99|0.00|0.00|0.00
92083|TC|A|0.00|1.09|f|1.09|0.01|1|XXX|0.00|0.00|0.00|72000||99|0.00|0.00|0.00
71260||A|1.16|3.85|f|3.85|0.07|1|XXX|0.00|0.00|0.00|40000||88|5.90|5.90|0.08
71260|26|A|1.16|0.43||0.43|0.05|1|XXX|0.00|0.00|0.00|40000||88|0.00|0.00|0.00
71260|TC|A|0.00|3.42|f|3.42|0.02|1|XXX|0.00|0.00|0.00|40000||88|5.47|5.47|0.03
`

function readRow(text: string): ScheduleRow {
  const cells = text.split('|')
  const at = (index: number): string => cells[index] ?? ''
  const amount = (index: number) => rvu(at(index))
  const part = (index: number) => share(String(Math.round(Number(at(index)) * 100) / 100))
  const status = at(2)
  const indicators = at(13)
  return {
    code: at(0),
    modifier: at(1) as RowModifier,
    status: status.charAt(0) as StatusCode,
    notUsedForPayment: status.endsWith('+'),
    work: amount(3),
    payment: {
      nonFacilityPe: amount(4),
      facilityPe: amount(6),
      malpractice: amount(7),
      oppsNonFacilityPe: amount(16),
      oppsFacilityPe: amount(17),
      oppsMalpractice: amount(18),
    },
    rarelyNonFacility: at(5).includes('n'),
    rarelyFacility: at(5).includes('f'),
    pcTc: at(8),
    globalPeriod: at(9) as GlobalPeriod,
    preOp: part(10),
    intraOp: part(11),
    postOp: part(12),
    multipleProcedure: indicators.charAt(0),
    bilateral: indicators.charAt(1),
    assistant: indicators.charAt(2),
    coSurgeon: indicators.charAt(3),
    team: indicators.charAt(4),
    endoscopyBase: at(14),
    supervision: '09',
    imagingFamily: at(15),
  }
}

export const ROWS: readonly ScheduleRow[] = RVU25D.trim().split('\n').map(readRow)

/** The row of a code, changed where a test needs an indicator that no row has. */
export function rowOf(code: string, modifier: RowModifier = '', change: Partial<ScheduleRow> = {}): ScheduleRow {
  const row = ROWS.find((each) => each.code === code && each.modifier === modifier)
  if (!row) throw new Error(`No row ${code} ${modifier}`)
  return { ...row, ...change }
}

/** Alabama 2025, the check values of domain B4. */
export const ALABAMA: Locality = {
  carrier: '10112',
  locality: '00',
  name: 'ALABAMA',
  state: 'AL',
  gpci: {
    work: geographicIndex('1.000'),
    practiceExpense: geographicIndex('0.869'),
    malpractice: geographicIndex('0.575'),
  },
}

/** Manhattan 2025, the check values of domain B4. */
export const MANHATTAN: Locality = {
  ...ALABAMA,
  carrier: '13202',
  locality: '01',
  name: 'MANHATTAN',
  state: 'NY',
  gpci: {
    work: geographicIndex('1.065'),
    practiceExpense: geographicIndex('1.166'),
    malpractice: geographicIndex('1.656'),
  },
}

export function release(id: string, effectiveFrom: string, change: Partial<Release> = {}): Release {
  return {
    id,
    version: 1,
    effectiveFrom: calendarDate(effectiveFrom),
    source: 'official',
    priced: true,
    conversionFactors: { standard: conversionFactor('32.3465'), qualifyingApm: null },
    ...change,
  }
}

export const RVU25D_RELEASE = release('RVU25D', '2025-10-01')

export function view(change: Partial<ScheduleView> = {}, extra: readonly ScheduleRow[] = []): ScheduleView {
  const rows = new Map<string, ScheduleRow[]>()
  for (const row of [...extra, ...ROWS]) {
    const known = rows.get(row.code) ?? []
    if (!known.some((each) => each.modifier === row.modifier)) rows.set(row.code, [...known, row])
  }
  return {
    release: RVU25D_RELEASE,
    locality: ALABAMA,
    rowsOf: (code) => rows.get(code) ?? [],
    isKnown: (code) => rows.has(code),
    ...change,
  }
}

const DATE = calendarDate('2025-11-03')

/** `44140-80` in the hospital, `11:99203` elsewhere, `97530*2` for units. */
export function line(text: string, index = 0, change: Partial<CaseLine> = {}): CaseLine {
  const match = /^(?:(\d\d):)?(\w{5})((?:-\w\w)*)(?:\*(\d+))?$/.exec(text)
  if (!match) throw new Error(`"${text}" is not a line`)
  return {
    id: String(index + 1),
    code: match[2] ?? '',
    modifiers: (match[3] ?? '').split('-').slice(1),
    units: Number(match[4] ?? '1'),
    placeOfService: match[1] ?? '21',
    dateOfService: DATE,
    minutes: null,
    postoperativeDays: null,
    provider: 'self',
    ...change,
  }
}

export function caseOf(lines: readonly (string | CaseLine)[], change: Partial<CaseInput> = {}): CaseInput {
  return {
    lines: lines.map((each, index) => (typeof each === 'string' ? line(each, index) : each)),
    practitioner: 'physician',
    role: 'attending',
    participating: true,
    qualifyingApm: false,
    policy: POLICY_PRESETS.cms_adjusted,
    ...change,
  }
}

/** Calculates lines in Alabama under RVU25D unless told otherwise. */
export function calculate(
  lines: readonly (string | CaseLine)[],
  change: Partial<CaseInput> = {},
  schedule: ScheduleView = view(),
): CalculatedCase {
  return creditCase(caseOf(lines, change), () => schedule)
}

/** The one line of a calculation of one line. */
export function only(
  text: string | CaseLine,
  change: Partial<CaseInput> = {},
  schedule: ScheduleView = view(),
): CalculatedLine {
  const [first] = calculate([text], change, schedule).lines
  if (!first) throw new Error('No line')
  return first
}

export const allowedOf = (result: CalculatedCase): (string | null)[] => result.lines.map((each) => each.allowed)
export const creditedOf = (result: CalculatedCase): (string | null)[] =>
  result.lines.map((each) => each.creditedWorkRvu)

export const dated = (text: string, date: string, index = 0): CaseLine =>
  line(text, index, { dateOfService: calendarDate(date) as CalendarDate })

import type { CodePage } from '@/lib/features/code-pages/schema'
import { formatDollars } from '@/lib/format/number'
import { BadgeLine } from '../ui/badge-line'
import { DottedNumber } from '../ui/dotted-number'
import { Finding } from '../ui/finding'
import { Working } from '../ui/working'
import { releaseWords } from './release-words'
import { priceWorking, usualRow } from './usual-row'

const CPT_KINDS: Readonly<Record<string, string>> = {
  'category-ii': 'CPT, Category II',
  'category-iii': 'CPT, Category III',
}

/** The code, its title, what kind of code it is, and the number that people come for. */
export function CodeHead({ page }: { readonly page: CodePage }) {
  const { detail } = page
  return (
    <div
      id="about"
      className="grid grid-cols-[minmax(0,1fr)] items-end gap-x-[40px] gap-y-s-5 pt-4 pb-s-6 lg:grid-cols-[minmax(0,980px)_minmax(0,1fr)]"
    >
      <div>
        <p className="text-18 leading-[1.3] font-strong tracking-[0.015em]">{detail.code}</p>
        <Finding level={1} size="opening">
          {detail.title}
        </Finding>
        <div className="mt-3">
          <BadgeLine label="Facts" facts={factsOf(page)} />
        </div>
      </div>
      <KeyFigure page={page} />
    </div>
  )
}

const kindOf = ({ kind, category }: CodePage['detail']): string =>
  kind === 'hcpcs' ? 'HCPCS Level II' : (CPT_KINDS[category.slug] ?? 'CPT, Category I')

function factsOf({ detail, section, statusMeaning, release }: CodePage): readonly string[] {
  const status = statusMeaning?.split(/[:.]/)[0] ?? (release ? '' : 'In no installed release')
  const own = detail.rows.find((row) => row.modifier === '') ?? detail.rows[0]
  const facts = [kindOf(detail), section?.name ?? detail.category.name, status, PERIODS[own?.globalPeriod ?? ''] ?? '']
  return facts.filter((fact) => fact !== '')
}

const PERIODS: Readonly<Record<string, string>> = {
  '000': 'Global period: the same day',
  '010': '10-day global',
  '090': '90-day global',
  MMM: 'Maternity global',
  ZZZ: 'Add-on, never reported alone',
}

function KeyFigure({ page }: { readonly page: CodePage }) {
  if (page.release === null) return null
  return (
    <dl>
      <dt className="text-13 text-ink-2">Work RVU</dt>
      <dd className="text-[3.5rem] leading-[1.05] tracking-[-0.03em]">{keyNumber(page)}</dd>
      <KeyNote page={page} />
    </dl>
  )
}

function keyNumber({ workRvu, standing, detail, release }: CodePage) {
  if (standing === 'by-contractor') return <span className="text-34 tracking-normal">By report</span>
  if (workRvu === null || Number(workRvu) === 0) return <span className="text-34 tracking-normal">None</span>
  return (
    <DottedNumber value={workRvu} label={`work RVU of ${detail.code}, show where it is from`} align="left">
      <Working
        title={`Why ${workRvu}`}
        steps={[]}
        result={{ amount: workRvu, source: `work RVU of the ${detail.code} row` }}
        cite={release && `Release ${releaseWords(release)}`}
      />
    </DottedNumber>
  )
}

function KeyNote({ page }: { readonly page: CodePage }) {
  const usual = usualRow(page)
  if (!usual?.payment || usual.total === null) return null
  const working = priceWorking(page, usual)
  return (
    <dd className="mt-2 text-13 leading-[1.5] text-ink-2">
      Total {usual.total}, national payment{' '}
      <DottedNumber value={formatDollars(usual.payment)} label={`national payment, ${usual.setting}`} align="left">
        {working}
      </DottedNumber>{' '}
      in {usual.setting === 'facility' ? 'a facility' : 'the office'}
    </dd>
  )
}

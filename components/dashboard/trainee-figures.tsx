import type { ResidentDashboard, StudentDashboard } from '../../lib/features/dashboard/schema'
import { formatDate } from '../../lib/format/date'
import { formatCount, formatWorkRvu, plural } from '../../lib/format/number'
import { DottedNumber } from '../ui/dotted-number'
import { Figures, type Figure } from '../ui/figures'
import { Working } from '../ui/working'
import { judgedOf, sourceName, totalOf } from './category-words'

const TRAINING_CITE =
  'Work values of the codes of your cases on their dates of service. Never added to credited work RVUs, never compared with tables of attendings.'

function trainingFigure(trainingWorkRvu: string, cases: number): Figure {
  const value = formatWorkRvu(trainingWorkRvu)
  return {
    label: 'Training work RVUs',
    number: (
      <DottedNumber value={value} label="training work RVUs">
        <Working
          title={`Why ${value}`}
          steps={[{ amount: formatCount(cases), source: 'cases logged in training' }]}
          result={{ amount: value, source: 'Training work RVUs, kept apart' }}
          cite={TRAINING_CITE}
        />
      </DottedNumber>
    ),
    meaning: 'Kept apart: no benchmark of attendings meets them.',
  }
}

export function ResidentFigures({ dashboard }: { readonly dashboard: ResidentDashboard }) {
  const { training, cases, roles, trainingWorkRvu } = dashboard
  const assists = roles.find(({ role }) => role === 'assistant')?.cases ?? 0
  const logged: Figure = {
    label: 'Cases logged',
    number: formatCount(cases),
    meaning: `${plural(assists, 'case')} as first assistant, on ${plural(dashboard.daysWithCases, 'day')} in all.`,
  }
  const last = trainingFigure(trainingWorkRvu, cases)
  if (!training) return <Figures items={[logged, last]} />
  const counted: Figure = {
    label: 'Cases that count',
    number: formatCount(training.progress.counted),
    meaning: `${plural(training.progress.notCounted.length, 'case')} in a role or of a code that counts nowhere.`,
  }
  const total = totalFigure(dashboard)
  return <Figures items={total ? [total, counted, judgedFigure(dashboard, logged), last] : [counted, logged, last]} />
}

function totalFigure({ training, graduation }: ResidentDashboard): Figure | null {
  const total = training && totalOf(training.progress)
  if (!total) return null
  const { category, done, doneInLastYear, projected, source } = total
  const published = training.national.filter(
    ({ categorySlug, metric, verified }) => categorySlug === category.slug && metric === 'mean' && verified === 'read',
  )
  const means = published.map(({ value }) => Number(value)).toSorted((a, b) => a - b)
  const nation =
    means.length > 1
      ? ` Published group means: ${formatCount(means[0] ?? 0)} to ${formatCount(means.at(-1) ?? 0)}.`
      : ''
  const goes = projected !== null && graduation ? ` About ${formatCount(projected)} by ${formatDate(graduation)}.` : ''
  return {
    label: category.name,
    number: (
      <DottedNumber value={formatCount(done)} label={category.name} align="left">
        <Working
          title={`Why ${done}`}
          steps={[{ amount: formatCount(doneInLastYear), source: 'in the last 12 months' }]}
          result={{ amount: formatCount(done), source: `cases, as ${category.roles.join(', ')}` }}
          cite={`${sourceName(source)}; confirm with your program.${published[0] ? ` Means: ${published[0].source}.` : ''}`}
        />
      </DottedNumber>
    ),
    meaning: `of ${formatCount(category.minimum)} as published ${source.year ?? 'without a date'}.${goes}${nation}`,
  }
}

/** Minimums met, where any number may be judged; else the cases logged. */
function judgedFigure({ training }: ResidentDashboard, logged: Figure): Figure {
  const { met, judged } = training ? judgedOf(training.progress) : { met: 0, judged: 0 }
  if (judged === 0) return logged
  return { label: 'Minimums met', number: formatCount(met), meaning: `of ${formatCount(judged)} that may be judged.` }
}

export function StudentFigures({ dashboard }: { readonly dashboard: StudentDashboard }) {
  const { cases, codesInAll, kinds, daysWithCases, trainingWorkRvu } = dashboard
  return (
    <Figures
      items={[
        { label: 'Cases seen', number: formatCount(cases), meaning: `on ${plural(daysWithCases, 'day')}.` },
        { label: 'Different codes', number: formatCount(codesInAll), meaning: 'Each has a page that says what it is.' },
        {
          label: 'Kinds of work',
          number: formatCount(kinds.length),
          meaning: kinds[0] ? `${kinds[0].name} most.` : '',
        },
        trainingFigure(trainingWorkRvu, cases),
      ]}
    />
  )
}

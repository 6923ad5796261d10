import type { CodePage, Peers } from '@/lib/features/code-pages/schema'
import { formatCount } from '@/lib/format/number'
import { ordinal } from '@/lib/format/percentile'
import { ChartFrame } from '../charts/chart-frame'
import { DotStrip } from '../charts/dot-strip'
import { Histogram } from '../charts/histogram'
import { niceScale } from '../charts/nice-scale'
import { CodeSection } from './code-section'

/** More than these do not fit as dots. */
const MOST_DOTS = 60

/** Where the code stands among its own by work. */
export function CodePeers({ page }: { readonly page: CodePage }) {
  const { peers, detail, release, workRvu } = page
  if (!peers || !release || workRvu === null) return null
  const values = peers.values.map(Number)
  const marks = {
    label: `Work RVU of ${peers.of} codes; ${detail.code} has ${workRvu}. The table gives the ends and the median.`,
    values,
    you: { value: Number(workRvu), text: `${detail.code} at ${workRvu}` },
    median: { value: Number(peers.median), text: `median ${peers.median}` },
    ticks: niceScale(values, { fromZero: true, parts: 5 }).ticks.map((value) => ({ value, label: String(value) })),
  }
  return (
    <CodeSection id="category" title="In its category">
      <ChartFrame
        finding={findingOf(peers, workRvu)}
        level={3}
        plotted={`Work RVU of ${peers.whole ? 'every' : 'each held'} ${peers.name.toLowerCase()} code that has any. ${formatCount(peers.below)} of ${formatCount(peers.of)} carry less work (${percentileWords(peers)}).`}
        source={`Release ${release.id}, codes of “${peers.name}” with work above zero. Each code counts once, however often it is billed.${peers.whole ? '' : ' Only the built-in catalog is installed: these are the codes it holds, not the whole category.'}`}
        table={{
          caption: `${peers.name}, ${peers.of} codes`,
          columns: [{ head: `${peers.name}, ${peers.of} codes` }, { head: 'Work RVU', numeric: true }],
          rows: [
            [`Lowest, ${peers.lowest.code}`, peers.lowest.workRvu],
            [detail.code, workRvu],
            ['Median', peers.median],
            [`Highest, ${peers.highest.code}`, peers.highest.workRvu],
          ],
        }}
      >
        {values.length > MOST_DOTS ? <Histogram {...marks} /> : <DotStrip {...marks} />}
      </ChartFrame>
    </CodeSection>
  )
}

/** 41.2 is the 41st percentile; the ends have no percentile to speak of. */
const percentileWords = ({ percentile }: Peers): string =>
  `${ordinal(String(Math.round(Number(percentile))))} percentile`

function findingOf(peers: Peers, workRvu: string): string {
  const difference = Number(workRvu) - Number(peers.median)
  const where = difference === 0 ? 'At' : difference < 0 ? 'Below' : 'Above'
  const group = peers.whole ? 'its category' : 'the codes held of its category'
  return `${where} the middle of ${group}: ${ordinal(String(peers.rank))} of ${formatCount(peers.of)} by work`
}

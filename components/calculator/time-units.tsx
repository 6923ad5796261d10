'use client'

import { useId } from 'react'
import type { TimeUnits as Units } from '@/lib/domain/crediting/time'
import { plural } from '@/lib/format/number'
import { Button } from '../ui/button'
import { Segmented } from '../ui/segmented'
import type { Timing } from './line-props'

/** What the minutes make of units, by CMS and by CPT: a question where the two differ, each answer with its units. */
export function TimeUnits({ count, followed, onFollow }: Timing) {
  const name = useId()
  const { cms, cpt, minutes, of, repeated } = count
  const said = { cms: unitWords(cms), cpt: unitWords(cpt) }
  const differ = Object.keys(cpt).length > 0 && said.cms !== said.cpt
  const makeNone = of.filter((code) => cms[code] === 0)
  return (
    <div className="grid justify-items-start gap-2 text-13 leading-note text-ink-2 sm:pt-6">
      {differ ? (
        <div className="grid justify-items-start gap-2 border-l-2 border-warn-line bg-warn-wash px-3 py-2">
          <p className="font-strong text-ink">{plural(minutes, 'minute')}: by whose rule?</p>
          <Segmented
            legend={`By whose rule ${plural(minutes, 'minute')} are counted`}
            name={name}
            chosen={followed[0] ?? ''}
            onChoose={(rule) => onFollow(rule === 'cpt' ? 'cpt' : 'cms')}
            segments={[
              { value: 'cms', label: `CMS, ${said.cms}` },
              { value: 'cpt', label: `CPT, ${said.cpt}` },
            ]}
          />
        </div>
      ) : (
        <Agreed {...{ minutes, words: said.cms, isCounted: followed.length > 0 }} onCount={() => onFollow('cms')} />
      )}
      <ul className="grid gap-1 text-warn-ink empty:hidden">
        {differ && followed.length === 0 && (
          <li className="flag">The lines have other units than either rule gives.</li>
        )}
        {makeNone.length > 0 && (
          <li className="flag">
            By CMS these minutes make no unit of {makeNone.join(' and ')}. Leave it out, or check the minutes.
          </li>
        )}
        {repeated.map((code) => (
          <li key={code} className="flag">
            {code} stands on two lines of this day. Put all its minutes on the first.
          </li>
        ))}
      </ul>
    </div>
  )
}

interface AgreedProps {
  readonly minutes: number
  readonly words: string
  readonly isCounted: boolean
  readonly onCount: () => void
}

function Agreed({ minutes, words, isCounted, onCount }: AgreedProps) {
  return (
    <>
      <p>
        {plural(minutes, 'minute')} make {words}.
      </p>
      {!isCounted && words !== NO_UNIT && (
        <Button look="outline" onClick={onCount}>
          Count {words}
        </Button>
      )}
    </>
  )
}

const NO_UNIT = 'no unit'

/** "99291 ×1, 99292 ×2" */
function unitWords(units: Units): string {
  const some = Object.entries(units).filter(([, number]) => number > 0)
  return some.length === 0 ? NO_UNIT : some.map(([code, number]) => `${code} ×${number}`).join(', ')
}

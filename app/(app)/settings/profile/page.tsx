import type { Metadata } from 'next'
import { PressForm } from '@/components/account/press-form'
import { ProfileForm } from '@/components/account/profile-form'
import { SettingsSection } from '@/components/account/settings-section'
import { StageForm } from '@/components/account/stage-form'
import { PlainTable } from '@/components/ui/plain-table'
import { CAREER_STAGES, type DatedStage } from '@/lib/domain/access/stage'
import { dateIn } from '@/lib/domain/shared/date'
import type { Me } from '@/lib/features/accounts/loaders'
import { removeStageAction, saveProfileAction, saveStageAction } from '@/lib/features/profile/actions'
import { loadLocalityChoices, loadMedicareShare } from '@/lib/features/profile/loaders'
import { FIRST_DAY, PRACTITIONERS, SPECIALTIES, STAGE_NAMES, timeZonesWith } from '@/lib/features/profile/schema'
import { formatDate } from '@/lib/format/date'
import { now } from '@/lib/server/clock'
import { requireMe } from '../../require-me'

export const metadata: Metadata = { title: 'Profile' }

export default async function ProfilePage() {
  const me = await requireMe('/settings/profile')
  const [localities, medicareShare] = await Promise.all([loadLocalityChoices(), loadMedicareShare()])
  return (
    <>
      <SettingsSection title="You">
        <ProfileForm
          saveProfile={saveProfileAction}
          values={valuesOf(me, medicareShare)}
          specialties={SPECIALTIES}
          localities={localities}
          practitioners={PRACTITIONERS}
          timeZones={timeZonesWith(me.timeZone)}
        />
      </SettingsSection>
      <SettingsSection title="Career stage" lead="Dated: what you logged in training stays training.">
        <StageTable stages={me.stages} />
        <StageForm
          saveStage={saveStageAction}
          stages={CAREER_STAGES.map((value) => ({ value, label: STAGE_NAMES[value] }))}
          stage={me.stage ?? 'attending'}
          from={dateIn(me.timeZone, now())}
        />
      </SettingsSection>
    </>
  )
}

const valuesOf = (me: Me, medicareShare: string | null) => ({
  name: me.name,
  specialty: me.specialty ?? '',
  place: me.locality ? `${me.locality.carrier}-${me.locality.locality}` : '',
  practitioner: me.practitioner,
  qualifyingApm: me.qualifyingApm,
  timeZone: me.timeZone,
  medicareShare: medicareShare ?? '',
})

function StageTable({ stages }: { readonly stages: readonly DatedStage[] }) {
  if (stages.length === 0) return null
  const rows = stages.map(({ from, stage, trainingYear }) => [
    from === FIRST_DAY ? 'From the start' : `From ${formatDate(from)}`,
    trainingYear === null ? STAGE_NAMES[stage] : `${STAGE_NAMES[stage]}, PGY-${trainingYear}`,
    stages.length > 1 && (
      <PressForm
        key={from}
        press={removeStageAction}
        fields={{ from }}
        label="Remove"
        spoken={`Remove the stage from ${formatDate(from)}`}
        look="bare"
      />
    ),
  ])
  const columns = [{ head: 'Since' }, { head: 'Stage' }, { head: <span className="sr-only">Remove</span> }]
  return <PlainTable caption="Your career stages" columns={columns} rows={rows} />
}

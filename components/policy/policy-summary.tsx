import { ButtonLink } from '../ui/button'
import { SettingsSection } from '../account/settings-section'

interface PolicySummaryProps {
  readonly workplaceId: string
  /** What counts today: `Main contract, version 2`. */
  readonly name: string
}

/** On the page of a workplace: what it credits by, and the way to it. */
export function PolicySummary({ workplaceId, name }: PolicySummaryProps) {
  return (
    <SettingsSection
      title="Crediting policy"
      lead={`${name} counts today. A policy of your own can set factors, keep an older table and change from a day on.`}
    >
      <div>
        <ButtonLink href={`/settings/workplaces/${workplaceId}/policy`} look="outline">
          Open the crediting policy
        </ButtonLink>
      </div>
    </SettingsSection>
  )
}

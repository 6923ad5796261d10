'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { InstallJob } from '@/lib/features/installing/schema'
import { FormProblem } from '../account/form-problem'
import { useForm, type Submit } from '../account/use-form'
import { Button } from '../ui/button'
import { CheckboxField } from '../ui/choice-field'
import { SelectField, type Option } from '../ui/field'
import { Note } from '../ui/source-line'
import { CMS_PAGE } from './cms-page'

interface InstallFormProps {
  readonly install: Submit<InstallJob>
  readonly releases: readonly Option[]
  readonly chosen: string
  /** The release in force is missing: this is what the page is for. */
  readonly urgent: boolean
}

/** Orders the download of a release from CMS and its installation, in one press. */
export function InstallForm({ install, releases, chosen, urgent }: InstallFormProps) {
  const router = useRouter()
  const [release, setRelease] = useState(chosen)
  const { frame, pending, problem, errorOf } = useForm({ submit: install, onDone: () => router.refresh() })
  return (
    <form {...frame} className="grid max-w-account gap-s-4">
      <FormProblem text={problem} />
      <SelectField
        label="Release"
        name="release"
        value={release}
        onChange={(event) => setRelease(event.target.value)}
        options={releases}
        error={errorOf('release')}
      />
      <div>
        <Note>
          The file holds CPT codes, which belong to the American Medical Association. Its license is on the{' '}
          <a href={CMS_PAGE} target="_blank" rel="noreferrer">
            CMS page of the file
          </a>
          . RVU Edge drops the descriptors of CPT codes on the way in.
        </Note>
        <CheckboxField
          name="acceptAmaLicense"
          value="yes"
          required
          label="I accept the AMA license for this file"
          error={errorOf('acceptAmaLicense')}
        />
      </div>
      <div>
        <Button type="submit" look={urgent ? 'main' : 'outline'} disabled={pending}>
          Download {release} from CMS and install
        </Button>
      </div>
    </form>
  )
}

'use client'

import { useRouter } from 'next/navigation'
import { sendFile } from '@/lib/client/upload'
import { refuse, type Result } from '@/lib/domain/shared/result'
import { LARGEST_UPLOAD, type InstallJob } from '@/lib/features/installing/schema'
import { FormDone, FormProblem } from '../account/form-problem'
import { useForm } from '../account/use-form'
import { Button } from '../ui/button'
import { TextField } from '../ui/field'
import { FileField } from './file-field'
import { installName } from './install-words'

/** Sends the zip of a release or a table of unit limits, which a job then installs. */
export function UploadForm() {
  const router = useRouter()
  const { frame, pending, value, problem, errorOf } = useForm<InstallJob>({
    submit: send,
    read: (form) => ({ file: form.get('file'), which: form.get('which') }),
    onDone: () => router.refresh(),
  })
  return (
    <form {...frame} className="grid max-w-account gap-s-4">
      <FormProblem text={problem} />
      <FileField
        label="Zip of a release, or table of unit limits (MUE)"
        name="file"
        accept=".zip,.csv,.gz,application/zip,text/csv,application/gzip"
        required
        hint={`As CMS hands it out, such as rvu26d.zip; up to ${LARGEST_MEGABYTES} MB. Unit limits may also be a CSV file with MUE in its name.`}
        error={errorOf('file')}
      />
      <TextField
        label="Release or first day, if the file’s name does not say it"
        name="which"
        autoComplete="off"
        spellCheck={false}
        hint="RVU26D for a release, 2026-04-01 for unit limits. Leave it empty otherwise."
        error={errorOf('release') ?? errorOf('effective')}
      />
      {value && <FormDone>Received: {installName(value)}. How far it is stands under Last installs.</FormDone>}
      <div>
        <Button type="submit" look="outline" disabled={pending}>
          {pending ? 'Sending the file' : 'Send and install'}
        </Button>
      </div>
    </form>
  )
}

const LARGEST_MEGABYTES = LARGEST_UPLOAD / 1_048_576

async function send(input: unknown): Promise<Result<InstallJob>> {
  const { file, which } = input as { readonly file: FormDataEntryValue | null; readonly which: string }
  if (!(file instanceof File) || file.name === '') return wrong('Choose the file of a release or of unit limits.')
  if (!/\.(zip|csv|csv\.gz)$/i.test(file.name)) {
    return wrong(`${file.name} is not a zip. Choose the zip as CMS hands it out, or the CSV file of unit limits.`)
  }
  if (file.size > LARGEST_UPLOAD) {
    return wrong(`${file.name} is larger than ${LARGEST_MEGABYTES} MB. A release of CMS has 3 to 6 MB.`)
  }
  return sendFile<InstallJob>(`/api/v1/admin/releases${queryOf(which.trim())}`, file)
}

/** A number with dashes is meant as a day. */
function queryOf(which: string): string {
  if (which === '') return ''
  return `?${/^[\d-]+$/.test(which) ? 'effective' : 'release'}=${encodeURIComponent(which)}`
}

const wrong = (message: string) =>
  refuse('INVALID_INPUT', message, { fields: [{ path: 'file', code: 'invalid_file', message }] })

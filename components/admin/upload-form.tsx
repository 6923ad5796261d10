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

/** Sends the zip of a release, which a job then installs. */
export function UploadForm() {
  const router = useRouter()
  const { frame, pending, value, problem, errorOf } = useForm<InstallJob>({
    submit: send,
    read: (form) => ({ file: form.get('file'), release: form.get('release') }),
    onDone: () => router.refresh(),
  })
  return (
    <form {...frame} className="grid max-w-account gap-s-4">
      <FormProblem text={problem} />
      <FileField
        label="Zip of a release"
        name="file"
        accept=".zip,application/zip"
        required
        hint={`As CMS hands it out, such as rvu26d.zip; up to ${LARGEST_MEGABYTES} MB.`}
        error={errorOf('file')}
      />
      <TextField
        label="Release, if the file's name does not say it"
        name="release"
        autoComplete="off"
        spellCheck={false}
        hint="For example RVU26D. Leave it empty otherwise."
        error={errorOf('release')}
      />
      {value && <FormDone>{value.release} was received. How far it is stands under Last installs.</FormDone>}
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
  const { file, release } = input as { readonly file: FormDataEntryValue | null; readonly release: string }
  if (!(file instanceof File) || file.name === '') return wrong('Choose the zip of a release.')
  if (!/\.zip$/i.test(file.name)) return wrong(`${file.name} is not a zip. Choose the zip as CMS hands it out.`)
  if (file.size > LARGEST_UPLOAD) {
    return wrong(`${file.name} is larger than ${LARGEST_MEGABYTES} MB. A release of CMS has 3 to 6 MB.`)
  }
  const query = release.trim() === '' ? '' : `?release=${encodeURIComponent(release.trim())}`
  return sendFile<InstallJob>(`/api/v1/admin/releases${query}`, file)
}

const wrong = (message: string) =>
  refuse('INVALID_INPUT', message, { fields: [{ path: 'file', code: 'invalid_file', message }] })

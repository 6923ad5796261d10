import { ImageResponse } from 'next/og'
import { shareWords } from '@/components/code/page-words'
import { ShareImage } from '@/components/site/share-image'
import { loadCodePage } from '@/lib/features/code-pages/loaders'
import { fileRoute } from '@/lib/server/file-route'

export const dynamic = 'force-dynamic'

/** What sites that show previews ask for. */
const SIZE = { width: 1200, height: 630 }

export const GET = fileRoute('image/png', async ({ image = '' }) => {
  const page = await loadCodePage(image.replace(/\.png$/, ''))
  return page && new ImageResponse(<ShareImage {...shareWords(page)} />, SIZE).arrayBuffer()
})

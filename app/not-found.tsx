import { NothingHere } from '@/components/site/nothing-here'

/** For a page that finds nothing to show, inside whatever layout it stands in. */
export default function NotFound() {
  return <NothingHere />
}

import { ButtonLink } from '../ui/button'
import { Empty } from '../ui/empty'

/** For an address without a page. */
export function NothingHere() {
  return (
    <div className="wrap py-s-7">
      <Empty
        title="There is no page at this address"
        level={1}
        actions={
          <>
            <ButtonLink href="/cpt-codes">Search the codes</ButtonLink>
            <ButtonLink href="/" look="outline">
              Home
            </ButtonLink>
          </>
        }
      >
        It may have moved, or the address has a slip in it. Codes are found by number or by name.
      </Empty>
    </div>
  )
}

/** First stop of the keyboard on every page; the page's main element has the id. */
export function SkipLink({ target = 'main' }: { readonly target?: string }) {
  return (
    <a
      href={`#${target}`}
      className="absolute -top-16 left-4 z-50 bg-act px-4 py-3 text-on-act focus:top-2"
      data-screen
    >
      Skip to content
    </a>
  )
}

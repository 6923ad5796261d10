/** Sentences to be read one by one, a hairline between. */
export function NoteList({ notes }: { readonly notes: readonly string[] }) {
  return (
    <ul>
      {notes.map((note) => (
        <li
          key={note}
          className="border-b border-rule py-[9px] leading-[1.5] text-pretty first:pt-0 last:border-b-0 last:pb-0"
        >
          {note}
        </li>
      ))}
    </ul>
  )
}

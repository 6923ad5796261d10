interface NumberColumnsProps {
  readonly codes: readonly { readonly code: string; readonly url: string; readonly workRvu: string | null }[]
}

/** Codes by number, each with its work RVU, in as many columns as fit. */
export function NumberColumns({ codes }: NumberColumnsProps) {
  return (
    <ul className="columns-[7rem] gap-x-5 text-14 leading-[1.9] max-sm:leading-(--hit) pointer-coarse:leading-(--hit) [&_a]:grow [&_a]:text-ink [&_span]:text-ink-3 [&>li]:flex [&>li]:break-inside-avoid [&>li]:gap-2">
      {codes.map(({ code, url, workRvu }) => (
        <li key={code}>
          {/* Thousands of them: a link without script weighs a third, and a class on each as much again. */}
          <a href={url}>{code}</a>
          <span>{workRvu !== null && Number(workRvu) > 0 ? workRvu : '–'}</span>
        </li>
      ))}
    </ul>
  )
}

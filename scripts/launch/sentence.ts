/** A failure that the person at the terminal can mend: printed as one sentence, without a stack, exit code 1. */
export class Sentence extends Error {}

/** Runs a command's main function; prints a Sentence plainly and anything else whole. */
export async function command(main: () => Promise<void>): Promise<void> {
  try {
    await main()
  } catch (error) {
    if (error instanceof Sentence) console.error(`\n${error.message}`)
    else console.error(error)
    process.exit(1)
  }
}

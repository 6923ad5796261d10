/** Words that follow `pt` or `patient` in notes, and capitalized words of labels: none of them is a name. */
const ORDINARY_WORDS: ReadonlySet<string> = new Set(
  `a an and are at by did does for from had has have he her his in is it no not of off on or out she the their they this to under was
  were who will with without
  am pm monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun today tomorrow yesterday
  first second third last next new old same other another number one two three four five
  care case clinic consult counseling day days discharge education encounter eval evaluation exam exercise follow followup hours
  initial list load note notes phone portal room rounds safety seen session sessions side support surgery therapy tolerated
  transfer transferred treated treatment visit visits week weeks
  admitted asleep awake declined denied known needs positioned positioning prone reports returned sent states stable supine
  left right bilateral hip knee shoulder spine elbow wrist ankle hand foot arm leg head neck chest back heart lung liver kidney
  ward unit floor bed office hospital inpatient outpatient emergency telehealth theater operating morning afternoon evening night
  repeat revision redo trauma hernia gallbladder appendix colon trial study group team service block list code codes`
    .trim()
    .split(/\s+/),
)

export const isOrdinaryWord = (word: string): boolean => ORDINARY_WORDS.has(word.toLowerCase())

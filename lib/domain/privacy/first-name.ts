/**
 * Common given names in the United States (Social Security Administration, most frequent of the last century), lower case.
 * Left out: names that are also words of the trade or of the calendar, such as April, Grace, Mark, Bill, Rose, Iris, Chase.
 */
const FIRST_NAMES: ReadonlySet<string> = new Set(
  `james robert john michael david william richard joseph thomas charles christopher daniel matthew anthony donald steven
  andrew paul joshua kenneth kevin brian george timothy ronald edward jason jeffrey ryan jacob gary nicholas eric jonathan
  stephen larry justin scott brandon benjamin samuel gregory alexander patrick jack dennis jerry tyler aaron jose adam nathan
  henry zachary douglas peter kyle noah ethan jeremy walter christian keith roger terry austin sean gerald carl harold dylan
  arthur lawrence jordan jesse bryan billy bruce gabriel joe logan albert willie alan eugene russell vincent philip bobby
  johnny bradley mary patricia jennifer linda elizabeth barbara susan jessica karen sarah lisa nancy sandra betty ashley emily
  kimberly margaret donna michelle carol amanda melissa deborah stephanie rebecca sharon laura cynthia dorothy amy kathleen
  angela shirley emma brenda pamela nicole anna samantha katherine christine debra rachel carolyn janet maria olivia heather
  helen catherine diane julie victoria joyce lauren kelly christina ruth joan virginia judith evelyn hannah andrea megan cheryl
  jacqueline madison teresa abigail sophia martha sara gloria janice kathryn ann isabella judy charlotte julia amber alice
  jean denise frances danielle marilyn natalie beverly diana brittany theresa kayla alexis doris lori tiffany`.split(
    /\s+/,
  ),
)

export const isFirstName = (word: string): boolean => FIRST_NAMES.has(word.toLowerCase())

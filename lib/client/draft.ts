const KEY = 'rvu-edge-quick-log'

/** What was typed and not yet logged, kept on this device; '' where there is none or the browser keeps nothing. */
export function readDraft(): string {
  try {
    return window.localStorage.getItem(KEY) ?? ''
  } catch {
    return ''
  }
}

/** Returns false where the browser refuses, so that the page does not promise it. */
export function keepDraft(text: string): boolean {
  try {
    if (text === '') window.localStorage.removeItem(KEY)
    else window.localStorage.setItem(KEY, text)
    return true
  } catch {
    return false
  }
}

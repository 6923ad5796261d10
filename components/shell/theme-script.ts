/**
 * Runs in the head before anything is painted: pages that are kept for everyone cannot read a person's cookie when they
 * are made. Its hash stands in the content security policy, so it is one constant text.
 */
export const THEME_SCRIPT =
  '(function(){var m=/(?:^|; )theme=(light|dark)(?:;|$)/.exec(document.cookie);if(m)document.documentElement.dataset.theme=m[1]})()'

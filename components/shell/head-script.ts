/**
 * Runs in the head before anything is painted: pages that are kept for everyone cannot read a person's cookies when they
 * are made. It sets the theme that was chosen, and whether a session is open here (lib/server/session-hint.ts). Its hash
 * stands in the content security policy, so it is one constant text.
 */
export const HEAD_SCRIPT =
  "(function(){var c=document.cookie,d=document.documentElement.dataset,m=/(?:^|; )theme=(light|dark)(?:;|$)/.exec(c);if(m)d.theme=m[1];if(/(?:^|; )signed-in=yes(?:;|$)/.test(c))d.member=''})()"

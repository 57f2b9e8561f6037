/**
 * Text that Markdown shows as it is: no link, image, HTML, code or emphasis comes of it. Every ASCII
 * punctuation character may be escaped with a backslash (CommonMark 2.4).
 */
export function escapeMarkdown(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[!-/:-@[-`{-~]/g, '\\$&');
}

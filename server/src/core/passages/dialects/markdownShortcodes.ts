/** A tag of Hugo's: `{{< highlight go >}}`, `{{% note %}}`, `{{< /highlight >}}`. */
const TAG = /\{\{[<%]\s{0,20}(\/?)\s{0,20}([\w-]{1,60})[^{}\n]{0,400}[>%]\}\}/g;
/** What stands between a pair of these is no prose. */
const CODE = /code|highlight|toggle|diagram|mermaid|chart|katex|math|figure|gist|playground/i;

/** Ranges of a page, in UTF-16 units, that shortcodes say are code: from the opening tag to the end of the closing one. */
export function codeRanges(source: string): readonly (readonly [start: number, end: number])[] {
  if (!source.includes('{{<')) return [];
  const ranges: [number, number][] = [];
  let open: { readonly name: string; readonly start: number } | undefined;
  for (const { 0: tag, 1: slash, 2: name = '', index } of source.matchAll(TAG)) {
    if (slash !== '/') open ??= CODE.test(name) ? { name, start: index } : undefined;
    else if (open?.name === name) {
      ranges.push([open.start, index + tag.length]);
      open = undefined;
    }
  }
  return ranges;
}

/** A text without the tags in it. */
export function withoutShortcodes(text: string): string {
  return text.includes('{{') ? text.replace(TAG, ' ') : text;
}

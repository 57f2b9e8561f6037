import { countMarks, countShared, marksOf } from './linesBelow';

/** More headings than these are not looked at: the first tell the form. */
const MOST_HEADINGS = 24;
const LONGEST_LINE = 200;
const FENCE = /^ {0,3}(?:```|~~~)/;
const HASHED = /^ {0,3}#{1,6}[ \t]+(.+)$/;
/** What stands below a heading in Markdown and reStructuredText. */
const UNDERLINE = /^([-=~^"])\1{2,}\s*$/;
/** Pages with fewer headings in common have no form in common. */
const FEWEST_SHARED = 4;

/** Marks of the headings of a page, one behind the other. */
export function headingsOf(source: string): string {
  const names = new Set<string>();
  let isCode = false;
  let above = '';
  for (const whole of source.split('\n')) {
    const line = whole.slice(0, LONGEST_LINE);
    if (FENCE.test(line)) isCode = !isCode;
    else if (!isCode) {
      const isBelow = UNDERLINE.test(line) && /^[^\s\-=~^"]/.test(above);
      const name = isBelow ? above : HASHED.exec(line)?.[1];
      if (name !== undefined) names.add(name.replace(/[\s#]+/g, '').toLowerCase());
    }
    if (names.size === MOST_HEADINGS) break;
    above = line;
  }
  return marksOf([...names]);
}

/** Whether two pages are one form filled in twice: two thirds of the headings of each are those of the other. */
export function areOfOneForm(one: string, other: string): boolean {
  const shared = countShared(one, other);
  return shared >= FEWEST_SHARED && shared * 3 >= Math.max(countMarks(one), countMarks(other)) * 2;
}

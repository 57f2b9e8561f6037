import { DECLARATION_FORMS } from './declarationForms';
import type { Passage } from './passage';

/** A declaration is sought in so many UTF-16 units below a comment, its annotations included. */
const REACH = 600;

/** Words that open a statement, not a declaration, however alike the two may look. */
const KEYWORDS = new Set(
  'if for foreach while switch catch try return throw case default else do with using lock fixed synchronized function operator this super new await import export from static'.split(
    ' ',
  ),
);

const FORMS = new Map(DECLARATION_FORMS.flatMap((row) => row.languages.map((id) => [id, row])));

const PYTHON_HEADER = /^[ \t]*(?:async[ \t]+)?(?:def|class)[ \t]+([\p{L}_][\p{L}\p{N}_]*)/gmu;

/** A passage as far as its place in the source goes. */
export type Commented = Pick<Passage, 'kind' | 'start' | 'end'> & {
  /** Of a part of a documentation block: only its description speaks of what is declared. */
  readonly role?: string;
  /** Of such a part: where the whole block ends. */
  readonly commentEnd?: number;
};

/** How far the decoration of a comment may reach before its first word. */
const LONGEST_OPENER = 80;
const TAGS_ALONE = /^[\s/*#!<-]*[@\\:](?!brief|short|summary|details|desc)[a-z]/;
const ASSIGNMENT = /^\s*[^(){}\r\n]*=/;

/**
 * The name that a comment or documentation block belongs to: what is declared below it, or in Python the function
 * or class that a docstring is in. High precision first: undefined where that is not plain to see, as for comments
 * at the end of a line of code, for blocks of nothing but tags, which speak of parameters, and for comments above an
 * assignment, which mostly tell what the next steps do.
 *
 * @param passage its range in `source`.
 * @param languageId VS Code language id.
 */
export function subjectOf(
  source: string,
  passage: Commented,
  languageId: string,
): string | undefined {
  const { kind, start, role = 'description' } = passage;
  if ((kind !== 'comment' && kind !== 'doc') || role !== 'description') return undefined;
  if (languageId === 'python' && /^[rRuU]?["']/.test(source.slice(start, start + 2))) {
    return subjectAbove(source, start);
  }
  // `//!` and `/*!` speak of what they stand in.
  const isInner = languageId === 'rust' && source.charAt(start + 2) === '!';
  if (isInner || followsCode(source, start)) return undefined;
  const end = passage.commentEnd ?? passage.end;
  if (TAGS_ALONE.test(source.slice(start, start + LONGEST_OPENER))) return undefined;
  if (kind === 'comment' && ASSIGNMENT.test(source.slice(end, end + REACH))) return undefined;
  return subjectAfter(source, end, languageId);
}

/**
 * The name declared on the next line after `end` that is neither blank nor an annotation, if a declaration stands
 * there. Total, and bounded: looks at a few hundred characters, whatever the source.
 */
export function subjectAfter(source: string, end: number, languageId: string): string | undefined {
  const row = FORMS.get(languageId);
  if (!row) return undefined;
  let code = source.slice(end, end + REACH).trimStart();
  // Annotations may stand behind modifiers as well: `private @Nullable String name;`.
  for (const skipped of [row.annotation, row.modifiers, row.annotation, row.modifiers]) {
    if (skipped) code = code.replace(skipped, '');
  }
  for (const form of row.forms) {
    const name = form.exec(code)?.[1];
    if (name !== undefined) return KEYWORDS.has(name) ? undefined : name;
  }
  return undefined;
}

/** The function or class whose header ends right above a docstring. */
function subjectAbove(source: string, start: number): string | undefined {
  const above = source.slice(Math.max(0, start - REACH), start).trimEnd();
  if (!above.endsWith(':')) return undefined;
  return [...above.matchAll(PYTHON_HEADER)].at(-1)?.[1];
}

/** Whether something other than white space stands before `start` on its line. */
function followsCode(source: string, start: number): boolean {
  for (let at = start - 1; at >= 0; at--) {
    const character = source.charAt(at);
    if (character === '\n' || character === '\r') return false;
    if (character.trim() !== '') return true;
  }
  return false;
}

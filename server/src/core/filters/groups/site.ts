import type { Passage } from '../../passages/passage';
import { lineEnd } from '../../passages/scanning/characters';
import { subjectAfter, subjectOf } from '../../passages/subject';
import { fileNameOf } from '../paths';
import { isInUnitTests } from '../testCase';
import { type Container, containerFinder } from './containers';
import { echoesOf } from './echoes';
import { headingsOf } from './headings';
import { linesBelow } from './linesBelow';

/** Where a passage stands: what the filters of groups know of it beside its text. */
export interface Site {
  /** Relative path of its document, forward slashes. */
  readonly path: string;
  /** The name that its comment belongs to. */
  readonly member?: string;
  /** The type that the comment stands in. */
  readonly container?: Container;
  /** What a tag of a documentation block speaks of: `param size`, `throws IOException`. */
  readonly tag?: string;
  /** Whether the declaration says that it overrides another. */
  readonly overrides?: true;
  /** Whether the comment begins with that name, which is how Go documents. */
  readonly isNamed?: true;
  /** Whether a class, an interface or another type is declared, not a member of one. */
  readonly isType?: true;
  /** Names in backticks or links in the text that are in the declaration or its type, and those that are not. */
  readonly names?: { readonly own: readonly string[]; readonly strange: readonly string[] };
  /** Of a comment within code: the shape of the two lines of code below it. */
  readonly next?: string;
  /** Of a comment: the lines of code below it, see `linesBelow.ts`. */
  readonly below?: string;
  /** The words of the text that the code beside it spells as well, see `echoes.ts`. */
  readonly echoes?: string;
  /** Whether it is a row of a list of options, or speaks of a field, a constant or an enumerator. */
  readonly row?: true;
  /** Whether it stands among unit tests that are part of a file with what they test. */
  readonly inTests?: true;
  /** Whether it begins an item of a list. */
  readonly isItem?: true;
  /** Of prose: the headings of its page, see `headings.ts`. */
  readonly headings?: string;
}

/** `` - `name`: what it does ``, `**name** – what it does`: the first thing in a list item. */
const OPTION_ROW =
  /^(?:\*\*|__)?`[^`\n]{1,80}`(?:\*\*|__)?(?:\s*\([^)\n]{0,80}\))?\s*(?:[:–—=]|-{1,2}\s|,\s*`)|^(?:\*\*|__)[^*_\n]{1,60}(?:\*\*|__)\s*(?:\([^)\n]{0,80}\)\s*)?(?:[:–—]|-{1,2}\s)|^(?:\*\*|__)[^*_\n]{1,60}:(?:\*\*|__)\s/;
/** What stands before the first word of an item, in Markdown, reStructuredText and AsciiDoc. */
const ITEM = /^[ \t>]*(?:[-*+•]|\*{1,5}|\.{1,5}|\d{1,3}[.)]|#\.)[ \t]+(?:\[[ xX]\][ \t]+)?$/;
const REACH = 400;
/** The header that a docstring stands below. */
const ABOVE = 200;
/** A declaration without parentheses and braces on its line: `name?: string;`, `FOO = 3,`. */
const FIELD = /^[^(){}\r\n]{1,200}(?:[;,]|=[^(){}\r\n]{0,200})?[ \t]*(?:\r|\n|$)/;
/** A field and what it is at first: `static readonly EventId Sent = Make(1);`, but no function. */
const ASSIGNED = /^[^(){}=\r\n]{1,200}=(?![=>])(?!.{0,200}(?:=>|\bfunction\b|\blambda\b))/;
const TYPE =
  /\b(?:class|interface|struct|trait|enum|protocol|module|namespace|def|fn|fun|func|function)\b/;
/** `TEST(name) {`: a macro declares something, but its own name is not it. */
const MACRO = /^\s*[A-Z][A-Z0-9_]*\s*\([^;{}]{0,200}\)\s*\{/;
const ENUMERATOR =
  /^\p{Lu}[\p{Lu}\p{N}_]*\s*(?:,|=[^,;{}\r\n]{0,100},|\([^(){}\r\n]{0,100}\)\s*[,;])/u;
const OVERRIDES = /@Override\b|\boverride\b/;

const TYPE_HEADER =
  /^(?:(?:@\w[\w.]*(?:\([^()]{0,100}\))?|#\[[^\]]{0,100}\]|[a-z]+(?:\([\w ]{1,40}\))?)\s+){0,8}(?:class|interface|struct|trait|enum|protocol|record|object|type)\s+\w/;
const NAMED = /`([\p{L}_][\p{L}\p{N}_]{2,60})`|\{@(?:link|code) #?([\p{L}_]\w{2,60})\b/gu;
const MOST_NAMES = 8;
/** An exported name. */
const FIRST_NAME = /^[\s/*]*(\p{Lu}[\p{L}\p{N}_]+)/u;
const DECLARED =
  /^\s*(?:(?:func|type|var|const)\s+(?:\([^()]{0,100}\)\s*)?)?([\p{L}_][\p{L}\p{N}_]+)/u;
const SHAPE_LINES = 2;
const LONGEST_SHAPE = 80;

/**
 * A function that tells where each passage of a document stands; asked in source order, with the passage's normalised
 * text.
 */
export function siteFinder(
  source: string,
  languageId: string,
  path: string,
): (passage: Passage, normal: string) => Site {
  let containerAt: ReturnType<typeof containerFinder> | undefined;
  let headings: string | undefined;
  const members = new Map<number, string | undefined>();
  const memberOf = (passage: Passage): string | undefined => {
    const { commentEnd } = passage;
    if (commentEnd === undefined) return subjectOf(source, passage, languageId);
    if (!members.has(commentEnd)) {
      const isFirst = (passage.role ?? 'description') === 'description';
      const member = isFirst
        ? subjectOf(source, passage, languageId)
        : subjectAfter(source, commentEnd, languageId);
      members.set(commentEnd, member);
    }
    return members.get(commentEnd);
  };
  return (passage, normal) => {
    const { kind, start, end, commentEnd = end } = passage;
    if (kind === 'markdown' || kind === 'text') {
      const row = kind === 'markdown' && OPTION_ROW.test(source.slice(start, start + 200));
      const lineStart = source.lastIndexOf('\n', start - 1) + 1;
      const isItem = ITEM.test(source.slice(Math.max(lineStart, start - 80), start));
      headings ??= headingsOf(source);
      return {
        path,
        ...(row && { row }),
        ...(isItem && { isItem }),
        ...(headings !== '' && { headings }),
      };
    }
    const isMacro =
      /^c(?:pp)?$/.test(languageId) && MACRO.test(source.slice(commentEnd, commentEnd + REACH));
    const named = languageId === 'go' ? namedBy(source, passage) : undefined;
    const member = isMacro ? undefined : (memberOf(passage) ?? named);
    const tag = tagOf(passage);
    containerAt ??= containerFinder(source);
    const container = containerAt(start);
    const isInner = container !== undefined && /[ \t]/.test(source.charAt(start - 1));
    const code = source.slice(commentEnd, commentEnd + REACH).trimStart();
    const declaration = code.slice(0, code.search(/[{;]|$/));
    const overrides = OVERRIDES.test(declaration);
    const isType = member !== undefined && TYPE_HEADER.test(declaration.slice(0, 200));
    const next = kind === 'comment' ? shapeBelow(code) : '';
    const below = kind === 'comment' ? linesBelow(source, commentEnd) : '';
    // A docstring stands in what it documents, not above it.
    const isInside = /["'rRuU]/.test(source.charAt(start));
    const names =
      kind === 'doc' && !isInside
        ? namesIn(source.slice(start, end), `${declaration} ${container?.name ?? ''}`)
        : undefined;
    const beside = isInside ? source.slice(Math.max(0, start - ABOVE), start) : code;
    const echoes = echoesOf(normal, kind === 'doc' ? `${fileNameOf(path)}\n${beside}` : beside);
    const ofField = !isInside && member !== undefined && isField(code, member, isInner);
    const row = ofField || (isInner && ENUMERATOR.test(code));
    return {
      path,
      ...(member !== undefined && { member }),
      ...(named !== undefined && { isNamed: true as const }),
      ...(container && { container }),
      ...(overrides && { overrides }),
      ...(row && { row }),
      ...(isType && { isType }),
      ...(isInUnitTests(start, source, languageId) && { inTests: true as const }),
      ...(names && { names }),
      ...(next !== '' && { next }),
      ...(below !== '' && { below }),
      ...(echoes !== '' && { echoes }),
      ...(tag !== undefined && { tag }),
    };
  };
}

/** The first word of a comment where what stands below begins with it as well, as in a list of constants. */
function namedBy(source: string, { start, end, commentEnd = end }: Passage): string | undefined {
  const [, name] = FIRST_NAME.exec(source.slice(start, start + 100)) ?? [];
  const [, below] = DECLARED.exec(source.slice(commentEnd, commentEnd + ABOVE)) ?? [];
  return name === below ? name : undefined;
}

/** Whether what is declared is a field, a constant or an enumerator. */
function isField(code: string, member: string, isInner: boolean): boolean {
  const declared = code.replace(
    /^(?:(?:@\w[\w.]*(?:\([^()]{0,200}\))?|#\[[^\]]{0,200}\])\s*)+/,
    '',
  );
  if (/^\p{Lu}[\p{Lu}\p{N}_]+$/u.test(member) && !/^\s*#/.test(declared)) return true;
  const isValue = FIELD.test(declared) || ASSIGNED.test(declared);
  return isInner && isValue && !TYPE.test(declared.split(/\r|\n/, 1)[0] ?? '');
}

function tagOf({ role, argument = '' }: Passage): string | undefined {
  return role === 'param' || role === 'return' || role === 'throws'
    ? `${role} ${argument}`.trim()
    : undefined;
}

/** The names that a text gives in backticks or links, by whether what it stands at has them. */
function namesIn(raw: string, declaration: string): Site['names'] {
  const own = new Set(declaration.match(/[\p{L}_][\p{L}\p{N}_]*/gu));
  const all = [...raw.slice(0, 2000).matchAll(NAMED)].map(
    ([, quoted, linked]) => quoted ?? linked ?? '',
  );
  const names = [...new Set(all)].slice(0, MOST_NAMES).sort();
  if (names.length === 0) return undefined;
  return {
    own: names.filter((name) => own.has(name)),
    strange: names.filter((name) => !own.has(name)),
  };
}

/** The two lines of code below a comment without the names, numbers and strings in them. */
function shapeBelow(code: string): string {
  if (/^(?:\/[/*]|#|--)/.test(code)) return '';
  return firstLines(code)
    .join('\n')
    .replace(/"[^"\n]*"|'[^'\n]*'|[\p{L}\p{N}_.$]+/gu, 'x')
    .replace(/[ \t]+/g, '')
    .slice(0, LONGEST_SHAPE);
}

/** The first lines of code that are not blank, without white space around them. */
function firstLines(code: string): string[] {
  const lines: string[] = [];
  for (let start = 0; start < code.length && lines.length < SHAPE_LINES; ) {
    const end = lineEnd(code, start);
    const line = code.slice(start, end).trim();
    if (line !== '') lines.push(line);
    start = end + 1;
  }
  return lines;
}

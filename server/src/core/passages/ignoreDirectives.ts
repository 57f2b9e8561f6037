import type { Candidate } from './candidate';

/** What an author may write to silence passages. */
type Directive = 'next' | 'start' | 'end' | 'file';

const PREFIX = 'text-twin-ignore-';
const AT_LINE_START = /^[^\p{L}\p{N}]{0,20}text-twin-ignore-(next|start|end|file)(?![\w-])/u;
const IN_HTML_COMMENT = /<!--\s{0,20}text-twin-ignore-(next|start|end|file)(?![\w-])/;

/** Whether the text holds a directive as Markdown writes it, in an HTML comment. */
export function isIgnoreDirective(text: string): boolean {
  return IN_HTML_COMMENT.test(text);
}

/**
 * Which candidates an author silenced, the directives themselves included.
 *
 * `-next` speaks of the rest of its own block, or of the next passage when it stands alone.
 */
export function silencedByAuthor(
  source: string,
  candidates: readonly Candidate[],
): ReadonlySet<Candidate> {
  const silenced = new Set<Candidate>();
  if (!source.includes(PREFIX)) return silenced;
  let next = false;
  let region = false;
  for (const candidate of candidates) {
    const found = directivesOf(candidate);
    if (found.some(({ name }) => name === 'file')) return new Set(candidates);
    if (next || region || found.length > 0) silenced.add(candidate);
    next = found.some(({ name, alone }) => name === 'next' && alone) || (next && found.length > 0);
    for (const { name } of found) {
      if (name === 'start') region = true;
      if (name === 'end') region = false;
    }
  }
  return silenced;
}

function directivesOf(candidate: Candidate): { name: Directive; alone: boolean }[] {
  const found: { name: Directive; alone: boolean }[] = [];
  const pattern = candidate.kind === 'markdown' ? IN_HTML_COMMENT : AT_LINE_START;
  if (candidate.kind === 'text') return found;
  candidate.lines.forEach((line, index) => {
    const name = line.includes(PREFIX) ? pattern.exec(line)?.[1] : undefined;
    if (name === undefined) return;
    const alone = candidate.lines.slice(index + 1).every((other) => !/[\p{L}\p{N}]/u.test(other));
    found.push({ name: name as Directive, alone });
  });
  return found;
}

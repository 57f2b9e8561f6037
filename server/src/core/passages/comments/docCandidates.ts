import { countProseWords } from '../../embeddings/words';
import type { Candidate } from '../candidate';
import type { PassageRole } from '../passage';
import { type DocBlock, type DocPart, splitDocBlock } from './docBlocks';
import type { Line } from './line';
import { proseOf } from './prose';
import { METADATA, roleOf } from './tagRoles';

/** A tag with fewer words of prose is no passage: `the user's name` is said wherever there are users. */
const FEWEST_TAG_WORDS = 5;

/**
 * The passages of a documentation block, in source order: its description and each tag with prose enough.
 * A block with neither is one candidate of all its text, for the filters to name.
 *
 * @param start the block's range in the source, delimiters included.
 */
export function docCandidates(start: number, end: number, lines: readonly Line[]): Candidate[] {
  const block = splitDocBlock(lines);
  const whole = wholeBlock(start, end, lines, block);
  const parts = block.tags.flatMap((tag) => tagCandidate(tag, whole) ?? []);
  const { description } = block;
  if (whole.described && description !== undefined) {
    const part = partCandidate(description, whole, 'description', whole.text);
    const leads = block.tags.every((tag) => tag.start > description.start);
    parts.push({ ...part, start: leads ? start : part.start, tags: block.tags, described: true });
    parts.sort((a, b) => a.start - b.start);
  }
  return parts.length === 0 ? [whole] : parts;
}

function wholeBlock(
  start: number,
  end: number,
  lines: readonly Line[],
  { description, tags }: DocBlock,
): Candidate {
  const prose = description === undefined ? '' : proseOf(description.lines);
  const described = prose !== '';
  const texts = lines.map(({ text }) => text);
  const text = described ? prose : proseOf(tagLines(tags));
  return { kind: 'doc', start, end, text, lines: texts, tags, described };
}

function tagLines(tags: readonly DocPart[]): string[] {
  return tags.filter(({ name }) => !METADATA.has(name)).flatMap(({ lines }) => lines);
}

function tagCandidate(tag: DocPart, whole: Candidate): Candidate | undefined {
  const role = roleOf(tag.name);
  if (role === undefined) return undefined;
  const text = proseOf(tag.lines);
  if (countProseWords(text) < FEWEST_TAG_WORDS) return undefined;
  return partCandidate(tag, whole, role, text);
}

function partCandidate(
  part: DocPart,
  whole: Candidate,
  role: PassageRole,
  text: string,
): Candidate {
  const { argument, lines, start, end } = part;
  return {
    kind: 'doc',
    start,
    end,
    text,
    role,
    ...(argument === '' ? {} : { argument }),
    commentEnd: whole.end,
    lines,
    tags: [part],
    described: false,
    whole,
  };
}

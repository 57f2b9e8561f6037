import { isProse } from '../passages/passage';
import { type Filter, headOf } from './filter';
import { isBelow } from './paths';

const NAMES =
  '(?:MIT|ISC|BSD|[AL]?GPL|MPL|EPL|CDDL|CC0|Apache|Mozilla|Eclipse|GNU|Boost|Creative Commons|Unlicense|zlib|Academic|Artistic)';

/** Wording of licences and of the notices that point to them. A line break counts as a blank. */
const WORDING: readonly RegExp[] = [
  /\bSPDX-(?:License-Identifier|FileCopyrightText|FileContributor)\b/i,
  /\bPermission (?:is hereby granted|to use, copy)\b/i,
  /\bRedistributions? (?:and use )?(?:in|of) source\b/i,
  /\bis free software[:;,]? you can redistribute\b/i,
  /\b(?:software|work|program|library) is provided (?:by .{1,80} )?["'“]?as[ -]is\b/i,
  /\bWITHOUT (?:ANY )?WARRANT(?:Y|IES)\b/i,
  /\bGNU (?:Lesser |Affero |Library )?General Public Licen[sc]e\b/i,
  /\b(?:Apache|Mozilla Public|Eclipse Public|Boost Software) Licen[sc]e,? (?:v(?:ersion|\.)? ?)?\d/i,
  new RegExp(
    `\\b(?:licen[sc]ed|released|distributed|available) under (?:the |an? )?(?:terms|${NAMES})`,
    'i',
  ),
  new RegExp(`[|;·,-]\\s?(?:the )?${NAMES}[ -]licen[sc]ed?\\b`, 'i'),
  /\blicensed under the [\w .,()-]{0,60}licen[sc]es?\b/i,
  /\buse of this (?:source code|software|file) is (?:governed|subject)\b/i,
  /\bfound in the (?:root )?LICENSE\b/,
  /\bfor the full copyright and licen[sc]e information\b/i,
  /\b[Ss]ee (?:the )?(?:accompanying )?(?:file )?["'`]?(?:LICEN[SC]E|COPYING)(?:\.\w{2,4})?\b/,
  /\bcopyright notice and this permission notice shall be included\b/i,
  /\bhas dedicated the work to the public domain\b/i,
  /\bUnless you explicitly state otherwise, any contribution\b/i,
  /\bmay not use this file except in compliance\b/i,
];

const LICENCE_LINE = new RegExp(
  `^\\W*(?:@licen[sc]e\\b|licen[sc]e\\s*:\\s*${NAMES}|(?:the )?${NAMES} licen[sc]e\\W*(?:https?:|$))`,
  'im',
);

/** A copyright line says who and when, at its start. */
const COPYRIGHT =
  /(?:^|[|;·])\W*(?:@copyright|copyright\b|\(c\)|©|portions copyright\b)[^\n]{0,60}(?:(?:19|20)\d\d|\(c\)|©|all rights reserved|authors|contributors)/im;
const RESERVED = /^\W*[^\n]{0,80}\ball rights reserved\W*$/im;

const QUICK =
  /licen[sc]e|copyright|permission (?:is hereby|to use)|redistribut|warrant|provided[^\n]{0,80}as[ -]is|rights reserved|public domain|spdx|\(c\)|©/i;
const TAKEN = '(?:adapted|ported|derived|copied|taken|borrowed) from|adaptation of';
/** Who wrote it first, and where: authorship, which stays with what was taken. */
const ORIGIN = new RegExp(
  `\\boriginal authors?:|\\ball credits? (?:go(?:es)? )?to\\b|\\b(?:code (?:is |was )?based on|${TAKEN})(?: (?:this|the) (?:page|code|file|article|gist)(?: (?:in|at|of))?)?:? <?https?:`,
  'i',
);
/** A longer text explains something, and says in passing where it is from. */
const LONGEST_ORIGIN = 300;
/** Where the licences of what is used are kept, with notes on them. */
const FOLDERS = new Set(['licenses', 'licences']);
/** A notice stands at the top; further down it is a remark in a text about something else. */
const LATEST_START = 400;
/** With more words than this, a block with no more than a copyright line is about something else. */
const MOST_WORDS = 80;

/** Copyright and licence notices. */
export const licence: Filter = {
  name: 'licence',
  reason: 'Every file must carry its copyright and licence notice.',
  scope: 'comment',
  matches(passage, { source, path }) {
    if (isProse(passage) && isBelow(path, FOLDERS)) return true;
    const { start, end, text } = passage;
    if (!isProse(passage) && isOrigin(text)) return true;
    if (!QUICK.test(source.slice(start, Math.min(end, start + 4000)))) return false;
    const head = headOf(passage).trim();
    const top = head.slice(0, LATEST_START + 200).replace(/\s+/g, ' ');
    if (WORDING.some((pattern) => pattern.test(top)) || LICENCE_LINE.test(head)) return true;
    const at = Math.min(position(COPYRIGHT, head), position(RESERVED, head));
    if (at >= LATEST_START) return false;
    if (head.split(/\s+/).length <= MOST_WORDS) return true;
    // A banner, of letters drawn and names, pushes the wording down.
    const whole = head.replace(/\s+/g, ' ');
    return WORDING.some((pattern) => pattern.test(whole));
  },
};

function isOrigin(text: string): boolean {
  return text.length <= LONGEST_ORIGIN && ORIGIN.test(text);
}

function position(pattern: RegExp, text: string): number {
  return pattern.exec(text)?.index ?? Number.POSITIVE_INFINITY;
}

import type { Filter } from './filter';
import { fileNameOf, isBelow } from './paths';

/** Names that are given to nothing but records of what changed. */
const FILE =
  /^(?:change[-_ ]?logs?|release[-_ ]?notes?|what'?s[-_ ]?new|breaking[-_ ]?changes?|upgrading|api[-_]changes?|migrating[-_ ].*|(?:upgrade|migration|migrating)[-_ ]?(?:guide|notes?|from|to(?=[-_ v\d])|v?\d).*)(?:[-_. ].*)?\.(?:md|mdx|markdown|txt|rst|adoc|tex)$|(?:[-_.]|^)(?:changelog|release[-_]?notes?|(?:migration|upgrade)[-_]guide)\.(?:md|mdx|markdown|txt|rst|adoc)$/;
/** `2.3.1-notes.rst`, `2.3-announcement.md`: notes on one version. */
const VERSION_NOTES = /^v?\d+(?:\.\d+)+[-_](?:(?:release[-_])?notes|announcement)\.\w+$/;
/** Names that pages about other things bear as well; their headings decide. */
const VAGUE =
  /^(?:\d+[._-])?(?:changes?|history|news|releases?|updates?|migrations?|upgrades?)(?:[-_.].*)?\.\w+$/;
/** A dated post of a blog or a news page. */
const DATED = /^(?:19|20)\d\d-\d\d-\d\d[-_.]/;
/** `blog/2024/05/01/news.md`: a post in folders of its date; `blog/index.md`: the list of posts. */
const DATED_FOLDER = /(?:^|\/)(?:19|20)\d\d\/(?:\d\d?\/){0,2}[^/]+$/;
const LIST_OF_POSTS = /(?:^|\/)(?:blog|news|posts)\/(?:_?index|readme)\.\w+$/i;
/** `1234.bugfix.rst`, as towncrier and its like gather them. */
const FRAGMENT =
  /^[\w+-]+\.(?:feature|bugfix|bug|doc|removal|deprecation|breaking|change|misc)(?:\.\d+)?\.(?:md|rst|txt)$/;
const FOLDERS = new Set(
  'changelog changelogs changelog.d release-notes release_notes releasenotes newsfragments news.d .changeset changesets migrations-guide migration-guides migrationguides upgrade-guides upgradeguides'.split(
    ' ',
  ),
);
const NEWS_FOLDERS = new Set(['blog', 'news', '_posts', 'posts']);
/** A heading with a version or a date: `## 1.2.0 (2024-05-01)`. */
const VERSION_HEADING =
  /^(?:[#=]{1,4} .{0,40}|.{0,20})(?:\bv?\d+\.\d+(?:\.\d+)?\b|\b20\d\d-\d\d-\d\d\b).{0,40}$/gm;
const ENOUGH_HEADINGS = 2;
/** "Deprecated … preserved for historical use", as the first thing that a page says. */
const HISTORICAL =
  /^(?:[^\n]{0,200}\n){0,6}?\W*(?:this (?:page|guide|document) is )?(?:deprecated|obsolete)\b[\s\S]{0,300}?\b(?:preserved|kept|historical|superseded|archived)\b/i;

/** Records of what changed: changelogs, release notes, migration guides, news. */
export const changelog: Filter = {
  name: 'changelog',
  reason: 'Release notes, migration guides and news record what was said at a time.',
  scope: 'file',
  matches({ kind }, { path, source }) {
    if (kind !== 'markdown' && kind !== 'text') return false;
    const name = fileNameOf(path);
    if (
      FILE.test(name) ||
      FRAGMENT.test(name) ||
      VERSION_NOTES.test(name) ||
      isBelow(path, FOLDERS)
    )
      return true;
    if (HISTORICAL.test(source.slice(0, 1200))) return true;
    if (LIST_OF_POSTS.test(path)) return true;
    if (isBelow(path, NEWS_FOLDERS) && (DATED.test(name) || DATED_FOLDER.test(path))) return true;
    if (!VAGUE.test(name)) return false;
    return (source.slice(0, 20_000).match(VERSION_HEADING)?.length ?? 0) >= ENOUGH_HEADINGS;
  },
};

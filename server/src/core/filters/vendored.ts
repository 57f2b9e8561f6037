import { isProse } from '../passages/passage';
import { type Filter, headOf } from './filter';
import { isBelow } from './paths';

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Folders that hold other projects' files and nothing else. */
const FOLDERS = set(
  'third_party third-party thirdparty 3rdparty 3rd_party vendor vendors vendored _vendor _vendored node_modules bower_components jspm_packages site-packages pods carthage godeps deps',
);
/** Folders that may; a file in one of them says so itself, by a licence of its own. */
const VAGUE_FOLDERS = set(
  'external externals extern ext dependencies bundled compat contrib submodules',
);
/** `json-shade/`: classes of another project under a name of this one. */
const SHADED = /(?:^|[/-])shaded?\//i;
/** What .NET's build tools keep the same in all their repositories. */
const EXCHANGED = /(?:^|\/)eng\/common\//;
/** Google's schemas, which others keep a copy of where imports look for them. */
const SCHEMAS = /(?:^|\/)google\/(?:protobuf|api|rpc|type)\/\w+\.proto$/;
const NOTICE = /licen[sc]e|copyright|\(c\) ?(?:19|20)\d\d|©/i;
/** `jquery-3.6.0.js`, `d3.v7.js`, `post_v3_1_0.hpp`. */
const RELEASED =
  /(?:^|\/)[a-z][\w.]*?(?:[-.]v?\d+(?:\.\d+){1,3}(?:[-.](?:slim|bundle|full|umd|esm))?\.(?:js|css|mjs)|_v\d+(?:_\d+){1,2}\.(?:h|hpp|hh))$/i;
// The banner that a build puts on a library: `/*! name v1.2.3 | (c) …`.
const BANNER = /^\/\*!\s*(?:\*\s*)?@?[\w./ -]{2,40}? v?\d+\.\d+/;
/** What somebody wrote above a file that was taken over. */
const MODIFIED =
  /\bThis (?:file )?is an? (?:\w+ )?(?:modified|patched|forked) (?:copy|version|fork) of\b/i;
/** How bundles begin: a table of modules, and a function that runs one of them. */
const BUNDLED =
  /\brequire ?= ?\(function \w?\(\w, ?\w, ?\w\)|\bwebpackBootstrap\b|__webpack_modules__/;
const LINKED = /licen[sc]e|https?:\/\/|\(c\)|©/i;

/** Files of other projects that were copied into this one. */
export const vendored: Filter = {
  name: 'vendored',
  reason: 'The file is a copy of another project’s and is mended there.',
  scope: 'file',
  matches(passage, { path, source }) {
    if (isBelow(path, FOLDERS) || SHADED.test(path)) return true;
    if (RELEASED.test(path) || SCHEMAS.test(path)) return true;
    if (EXCHANGED.test(path) || BUNDLED.test(source.slice(0, 1000))) return true;
    if (isProse(passage)) return false;
    const raw = source.slice(passage.start, passage.start + 300);
    if (BANNER.test(raw) && LINKED.test(raw)) return true;
    if (MODIFIED.test(headOf(passage, 600))) return true;
    return isBelow(path, VAGUE_FOLDERS) && NOTICE.test(headOf(passage, 2000));
  },
};

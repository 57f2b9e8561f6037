import type { Filter } from './filter';
import { fileNameOf, isBelow } from './paths';

/** Forms that a code host shows to who opens an issue or a change. */
const FORMS = /^(?:issue|pull_request|merge_request|bug_report|feature_request)(?:[-_]template)?\./;
const FORM_NAMES = /^(?:issue|pull_request|merge_request)_template\./;
const FORM_FOLDERS = new Set([
  'issue_template',
  'pull_request_template',
  'issue_templates',
  'merge_request_templates',
]);
const HOSTS = new Set(['.github', '.gitlab', '.gitea', '.forgejo']);
/** Scaffolds that a generator fills in. */
const SCAFFOLDS = new Set([
  'cookiecutter',
  'archetype-resources',
  'scaffold',
  'scaffolds',
  'skeleton',
]);
/** What a tool that makes projects copies: `template-react/`. */
const COPIED = /(?:^|\/)templates?-[^/]+\//i;
/** What an IDE writes into each project of .NET. */
const PROJECT = /(?:^|\/)AssemblyInfo\.(?:cs|vb|fs|cpp)$/i;
const PLACEHOLDER = /\{\{ ?[\w.]+ ?\}\}|<%[=-]? ?\w+|\$\{[\w.]+\}/;

/** Forms to fill in. */
export const template: Filter = {
  name: 'template',
  reason: 'A form to fill in repeats its words by design.',
  scope: 'file',
  matches(_, { path, source }) {
    const name = fileNameOf(path);
    if (FORM_NAMES.test(name) || isBelow(path, FORM_FOLDERS)) return true;
    if (isBelow(path, HOSTS) && FORMS.test(name)) return true;
    if (COPIED.test(path) || PROJECT.test(path)) return true;
    return isBelow(path, SCAFFOLDS) && PLACEHOLDER.test(source.slice(0, 20_000));
  },
};

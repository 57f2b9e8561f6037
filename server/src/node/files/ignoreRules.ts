import ignore, { type Ignore } from 'ignore';

/** Files whose lines are ignore rules, in the order in which they apply. */
export const IGNORE_FILES = ['.gitignore', '.texttwinignore'] as const;

/**
 * The ignore rules in force in one folder: its own and those of the folders above, as git applies
 * them, so a rule in a deeper folder has the last word.
 */
export class IgnoreRules {
  static readonly none = new IgnoreRules(undefined, undefined, '');

  readonly #parent: IgnoreRules | undefined;
  readonly #rules: Ignore | undefined;
  /** This folder's path below its parent's, with a trailing slash; empty at the top. */
  readonly #prefix: string;

  private constructor(parent: IgnoreRules | undefined, rules: Ignore | undefined, prefix: string) {
    this.#parent = parent;
    this.#rules = rules;
    this.#prefix = prefix;
  }

  /** The rules of the subfolder `name`, given the text of its ignore files. */
  below(name: string, sources: readonly string[]): IgnoreRules {
    const ignorecase = process.platform === 'win32' || process.platform === 'darwin';
    const rules = sources.length === 0 ? undefined : ignore({ ignorecase }).add(sources.join('\n'));
    return new IgnoreRules(this, rules, `${name}/`);
  }

  /** Whether an entry of this folder is ignored. The folder itself is taken not to be. */
  ignores(name: string, isFolder: boolean): boolean {
    const path = isFolder ? `${name}/` : name;
    return this.#decide('', path) ?? false;
  }

  /** `folder` is where the entry lies below this level; undefined when no rule speaks of it. */
  #decide(folder: string, name: string): boolean | undefined {
    const verdict = this.#rules?.test(folder + name);
    if (verdict?.unignored) return false;
    // The walk stands in `folder`, so a deeper rule readmitted it if these rules ignore it as a
    // whole.
    if (verdict?.ignored && !(folder !== '' && this.#rules?.ignores(folder))) return true;
    if (this.#parent === undefined) return undefined;
    return this.#parent.#decide(this.#prefix + folder, name);
  }
}

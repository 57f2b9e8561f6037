import { createRequire } from 'node:module';
import path from 'node:path';
import { Language, type Node, Parser } from '@vscode/tree-sitter-wasm';
import type { Range } from './agreement';
import { ORACLE_GRAMMARS, type OracleGrammar } from './grammars';

/** What tree-sitter says of one source. Offsets are UTF-16, end exclusive. */
export interface Reading {
  readonly comments: readonly Range[];
  /** Where it does not look. */
  readonly unseen: readonly Range[];
  /** Whether it did not understand all of it, so that its word counts for nothing. */
  readonly failed: boolean;
}

/** Comments as tree-sitter's grammars see them. */
export class Oracle {
  readonly #parser: Parser;
  readonly #folders: Readonly<Record<OracleGrammar['from'], string>>;
  readonly #languages = new Map<OracleGrammar, Language>();

  private constructor(parser: Parser, folders: Record<OracleGrammar['from'], string>) {
    this.#parser = parser;
    this.#folders = folders;
  }

  /**
   * @param root the folder whose `node_modules` holds the grammars.
   */
  static async create(root: string): Promise<Oracle> {
    const { resolve } = createRequire(path.join(root, 'package.json'));
    const vscode = path.dirname(resolve('@vscode/tree-sitter-wasm'));
    const wasms = path.join(path.dirname(resolve('tree-sitter-wasms/package.json')), 'out');
    await Parser.init({ locateFile: (file) => path.join(vscode, file) });
    return new Oracle(new Parser(), { vscode, wasms });
  }

  /** Undefined: no grammar for that language. */
  async read(source: string, languageId: string): Promise<Reading | undefined> {
    const grammar = ORACLE_GRAMMARS[languageId];
    if (grammar === undefined) return undefined;
    this.#parser.setLanguage(await this.#language(grammar));
    const tree = this.#parser.parse(source);
    if (tree === null) return { comments: [], unseen: [], failed: true };
    try {
      const { rootNode: root } = tree;
      const documents = grammar.documents?.(root) ?? [];
      return {
        comments: [...rangesOf(root, grammar.comments), ...documents.map(rangeOf)],
        unseen: rangesOf(root, grammar.unseen ?? []),
        failed: root.hasError,
      };
    } finally {
      tree.delete();
    }
  }

  async #language(grammar: OracleGrammar): Promise<Language> {
    const file = path.join(this.#folders[grammar.from], `tree-sitter-${grammar.file}.wasm`);
    const language = this.#languages.get(grammar) ?? (await Language.load(file));
    this.#languages.set(grammar, language);
    return language;
  }
}

function rangesOf(root: Node, types: readonly string[]): Range[] {
  if (types.length === 0) return [];
  const nodes = root.descendantsOfType([...types]);
  return nodes.flatMap((node) => (node === null ? [] : [rangeOf(node)]));
}

function rangeOf({ startIndex, endIndex }: Node): Range {
  return { start: startIndex, end: endIndex };
}

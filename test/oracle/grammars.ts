import type { Node } from '@vscode/tree-sitter-wasm';
import { elixirDocuments, pythonDocuments } from './documents';

/** How a tree-sitter grammar speaks of what we call comments. */
export interface OracleGrammar {
  /** The package that ships it, and the file's name in it without `tree-sitter-` and `.wasm`. */
  readonly from: 'vscode' | 'wasms';
  readonly file: string;
  /** Node types that are comments. */
  readonly comments: readonly string[];
  /** Node types whose inside the grammar does not look into: nobody is judged there. */
  readonly unseen?: readonly string[];
  /** Strings that document what they stand in or above; we read those, too. */
  readonly documents?: (root: Node) => readonly Node[];
}

const COMMENT = ['comment'];
/** A macro's replacement is one token, with the `//` comment behind it. */
const MACRO = ['preproc_arg'];

const vscode = (file: string, more: Partial<OracleGrammar> = {}): OracleGrammar => {
  return { from: 'vscode', file, comments: COMMENT, ...more };
};
const wasms = (file: string, comments = COMMENT, more: Partial<OracleGrammar> = {}) => {
  return { from: 'wasms', file, comments, ...more } as const;
};

/** The grammars that there are, by VS Code language id. VS Code's own builds are the newer ones. */
export const ORACLE_GRAMMARS: Readonly<Record<string, OracleGrammar>> = {
  c: wasms('c', COMMENT, { unseen: MACRO }),
  cpp: vscode('cpp', { unseen: MACRO }),
  csharp: vscode('c-sharp', { unseen: MACRO }),
  css: vscode('css'),
  dart: wasms('dart', ['comment', 'documentation_comment']),
  elixir: wasms('elixir', COMMENT, { documents: elixirDocuments }),
  go: vscode('go'),
  html: wasms('html', COMMENT, { unseen: ['raw_text'] }),
  java: vscode('java', { comments: ['line_comment', 'block_comment'] }),
  javascript: vscode('javascript'),
  kotlin: wasms('kotlin', ['line_comment', 'multiline_comment']),
  lua: wasms('lua'),
  ocaml: wasms('ocaml'),
  php: vscode('php', { unseen: ['text'] }),
  powershell: vscode('powershell'),
  python: vscode('python', { documents: pythonDocuments }),
  ruby: vscode('ruby'),
  rust: vscode('rust', { comments: ['line_comment', 'block_comment'] }),
  scala: wasms('scala'),
  shellscript: vscode('bash'),
  swift: wasms('swift', ['comment', 'multiline_comment'], { unseen: ['directive'] }),
  toml: wasms('toml'),
  typescript: vscode('typescript'),
  typescriptreact: vscode('tsx'),
  zig: wasms('zig'),
};

import type { DocumentSelector } from 'vscode-languageclient';

/**
 * VS Code's ids of the languages that the server reads. The server's own table carries the grammars as well,
 * too much to bundle here; a test keeps the two alike.
 */
export const readLanguages: readonly string[] = [
  'typescript',
  'typescriptreact',
  'javascript',
  'javascriptreact',
  'java',
  'kotlin',
  'scala',
  'c',
  'cpp',
  'csharp',
  'go',
  'rust',
  'swift',
  'dart',
  'zig',
  'python',
  'ruby',
  'php',
  'perl',
  'lua',
  'r',
  'julia',
  'nim',
  'shellscript',
  'powershell',
  'haskell',
  'elixir',
  'erlang',
  'clojure',
  'ocaml',
  'ocaml.interface',
  'fsharp',
  'sql',
  'yaml',
  'toml',
  'ini',
  'dockerfile',
  'makefile',
  'cmake',
  'terraform',
  'terraform-vars',
  'hcl',
  'proto3',
  'graphql',
  'html',
  'vue',
  'svelte',
  'css',
  'scss',
  'less',
  'latex',
  'tex',
  'restructuredtext',
  'asciidoc',
  'markdown',
  'plaintext',
  'jupyter',
];

/** Where documents may live: on disk, not saved yet, or in a virtual workspace. */
const schemes = ['file', 'untitled', 'vscode-vfs'] as const;

/**
 * The documents that the server is told about, of the languages that it reads and of `others`: those it reads, its own settings file, and cells of notebooks. The
 * latter are synchronised with their notebook, as the server asks; here they are named to show what is found.
 */
export function documentSelector(others: readonly string[]): DocumentSelector {
  const languages = [...readLanguages, ...others];
  return [
    ...schemes.flatMap((scheme) => languages.map((language) => ({ scheme, language }))),
    { scheme: 'file', pattern: '**/.texttwin.json' },
    ...languages.map((language) => ({ notebook: '*', language })),
  ];
}

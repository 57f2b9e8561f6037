/** What stands in every file of the workspace that tests open in other editors. */
export const repeated = 'Retries a failed request up to three times before giving up.';

/** The files, by path. The astral characters move UTF-16 columns apart from characters and bytes. */
export const editorFiles: Readonly<Record<string, string>> = {
  Makefile: `# ${repeated}\nall:\n`,
  'docs/api.md': `# Requests\n\n${repeated}\n`,
  'notes.txt': `${repeated}\n`,
  'src/client.ts': `export const face = '😀é'; // ${repeated}\nexport const tries = 3;\n`,
};

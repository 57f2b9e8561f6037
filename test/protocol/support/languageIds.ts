/** Language ids of the file names that protocol tests use. */
export const languageIds: Readonly<Record<string, string>> = {
  '.md': 'markdown',
  '.ts': 'typescript',
  '.txt': 'plaintext',
  // What the fake finder makes of a notebook's file does not matter, but that it has passages.
  '.ipynb': 'markdown',
};

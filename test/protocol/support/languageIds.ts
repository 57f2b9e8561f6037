/** Language ids of the file names that protocol tests use. */
export const languageIds: Readonly<Record<string, string>> = {
  '.md': 'markdown',
  '.ts': 'typescript',
  '.txt': 'plaintext',
};

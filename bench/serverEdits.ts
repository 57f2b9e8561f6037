import path from 'node:path';
import { countProseWords } from '../server/src/core/embeddings/words';
import { extractPassages } from '../server/src/core/passages/extract';
import { readSources } from '../test/precision/sources';

/** A line of a document that is written at the top of another one. */
export interface Edit {
  /** Absolute. */
  readonly file: string;
  readonly languageId: string;
  readonly line: string;
}

/** Words from which a sentence is nobody's stock phrase. */
const LEAST_WORDS = 12;
/** Languages whose documents may begin with a passage, and what it begins with there. */
const MARKS: Readonly<Record<string, string>> = {
  markdown: '',
  java: '// ',
  kotlin: '// ',
  csharp: '// ',
  c: '// ',
  cpp: '// ',
  go: '// ',
  rust: '// ',
  javascript: '// ',
  typescript: '// ',
};

/** Edits that give a document a twin it had not: its first long passage, copied to the next document of its language. */
export async function chooseEdits(folders: readonly string[]): Promise<Edit[]> {
  const pages = new Map<string, { readonly file: string; readonly prose: string }[]>();
  for (const folder of folders) {
    for (const { path: name, languageId, text } of (await readSources(folder)).sources) {
      if (MARKS[languageId] === undefined) continue;
      const { passages } = extractPassages(text, languageId, { path: name });
      const long = passages.find((some) => countProseWords(some.text) >= LEAST_WORDS);
      if (!long) continue;
      const prose = long.text.replace(/\s+/g, ' ');
      const others = pages.get(languageId) ?? [];
      others.push({ file: path.join(folder, name), prose });
      pages.set(languageId, others);
    }
  }
  return [...pages].flatMap(([languageId, some]) =>
    some.slice(1).map(({ file }, i) => {
      const line = `${MARKS[languageId]}${some[i]?.prose}`;
      return { file, languageId, line };
    }),
  );
}

import { countProseWords } from '../embeddings/words';
import type { Filter } from './filter';
import { fileNameOf, isBelow, segmentsOf } from './paths';

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));

const TEST_FOLDERS = set(
  'test tests __tests__ spec specs testing unittest unittests unit_tests e2e integration-tests integration_tests testsuite test-suite androidtest commontest jvmtest',
);
const TEST_FILE =
  /^tests?\.\w+$|[._-](?:test|tests|spec|e2e|cy)\.[\w.]+$|^test[_-].*\.\w+$|_(?:test|spec|tests)\.\w+$/;
/** `ParserTest.java`, `ParserTests.cs`, `ParserSpec.scala`; case tells it from `latest`. */
const TEST_CLASS = /(?:Tests?|TestCase|Spec|IT)\.\w+$/;
/** `#[cfg(test)] mod tests {`, also where more is asked for, or the module is allowed something. */
const UNIT_TESTS = /^#\[cfg\((?:all\()?test\b[^;{}]{0,400}?^(?:pub(?:\(\w+\))? )?mod \w+ *\{/m;
/** What tests read and what they expect. */
const FIXTURE_FOLDERS = set(
  'fixtures fixture __fixtures__ __testfixtures__ testdata test-data test_data snapshots __snapshots__ expected golden goldens __mocks__ test-resources baselines output outputs',
);
/** The same, but only below a folder of tests. */
const DATA_FOLDERS = set('data inputs corpus resources');
/** Of these, folders that hold no specifications. */
const INPUT_FOLDERS = set(
  'test tests __tests__ unittest unittests unit_tests testsuite test-suite',
);
/** Tells how to run tests, wherever it lies; an index or a guide does next to them. */
const README = /readme|contributing/i;
const GUIDE = /guide|index/i;
/** What is no program is read by one. */
const DATA_FILE = /\.(?:ya?ml|jsonc?|json5|toml|xml)$/i;
/** With more words a line explains the case and does not just name it. */
const MOST_WORDS = 12;

/** Whether a path is that of a test, by its own name or by a folder's. */
export function isTestPath(path: string): boolean {
  return isBelow(path, TEST_FOLDERS) || isTestFile(path);
}

function isTestFile(path: string): boolean {
  return TEST_FILE.test(fileNameOf(path)) || TEST_CLASS.test(path);
}

/** The source asked for last: it is asked for again with each passage. */
let last: { readonly source: string; readonly start: number } | undefined;

/** Whether a place is among the unit tests that Rust keeps at the end of the file that they test. */
export function isInUnitTests(start: number, source: string, languageId: string): boolean {
  if (languageId !== 'rust') return false;
  if (last?.source !== source) {
    const at = source.search(UNIT_TESTS);
    last = { source, start: at < 0 ? Number.POSITIVE_INFINITY : at };
  }
  return start > last.start;
}

/**
 * One line in the body of a test, which names a case or a step: `// then nothing is stored`. What stands at the left
 * margin, or goes on for longer, explains something and may be said once.
 */
export const testCase: Filter = {
  name: 'test-case',
  reason: 'Each test says what it does, also where two do alike; fixtures are data.',
  scope: 'passage',
  matches({ start, end, kind, role, text, lines }, { source, languageId, path }) {
    if (isFixture(path)) return true;
    if (kind === 'markdown' || kind === 'text') return isTestInput(path);
    if (!isTestPath(path) && !isInUnitTests(start, source, languageId)) return false;
    if (role !== undefined && role !== 'description') return false;
    if (lines.filter((line) => line.trim() !== '').length > 1 && kind === 'comment') return false;
    if (source.slice(start, end).length > 400 || countProseWords(text) > MOST_WORDS) return false;
    return isIndented(source, start);
  },
};

/** Fixtures are below a test folder, or in a folder with a name that nothing else bears. */
function isFixture(path: string): boolean {
  if (isTestData(path)) return true;
  if (!isBelow(path, FIXTURE_FOLDERS)) return false;
  const folders = segmentsOf(path).slice(0, -1);
  const certain = folders.some((name) => name.startsWith('__') || name.startsWith('test'));
  return certain || folders.some((name) => TEST_FOLDERS.has(name) || name.endsWith('fixtures'));
}

/** `tests/post.yml`, `tests/data/cases/comments.py`: read by tests. */
function isTestData(path: string): boolean {
  if (!isBelow(path, INPUT_FOLDERS)) return false;
  if (DATA_FILE.test(path)) return true;
  if (isTestFile(path)) return false;
  const folders = segmentsOf(path).slice(0, -1);
  const at = folders.findIndex((name) => INPUT_FOLDERS.has(name));
  return folders.slice(at + 1).some((name) => DATA_FOLDERS.has(name));
}

/** Prose below a folder of tests is what they read, but for what tells how to run them. */
function isTestInput(path: string): boolean {
  if (!isBelow(path, INPUT_FOLDERS)) return false;
  const name = fileNameOf(path);
  const isNextToTests = INPUT_FOLDERS.has(segmentsOf(path).at(-2) ?? '');
  return !README.test(name) && !(isNextToTests && GUIDE.test(name));
}

function isIndented(source: string, start: number): boolean {
  return start > 0 && !/[\r\n]/.test(source.charAt(start - 1));
}

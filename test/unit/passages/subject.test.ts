import { describe, expect, it } from 'vitest';
import { extractPassages } from '../../../server/src/core/passages/extract';
import { subjectAfter, subjectOf } from '../../../server/src/core/passages/subject';

/** Language, what stands below a comment, and the name declared there. */
const declarations: readonly (readonly [string, string, string | undefined])[] = [
  ['typescript', 'export async function closeFile(path: string) {', 'closeFile'],
  ['typescript', 'export default class FileReader<T> extends Reader {', 'FileReader'],
  ['typescript', '@Input({ alias: "x" })\n  readonly width = 3;', 'width'],
  [
    'typescript',
    'private static async closeFile(a: (b: number) => void): Promise<void> {',
    'closeFile',
  ],
  ['typescript', 'export const enum Colour {', 'Colour'],
  ['typescript', 'type Options = {', 'Options'],
  ['typescript', 'type: string;', 'type'],
  ['typescript', 'maxWidth?: number;', 'maxWidth'],
  ['typescript', '#handle: Handle | undefined;', 'handle'],
  ['typescript', 'get size(): number {', 'size'],
  ['typescript', 'closeFile(path);', undefined],
  ['typescript', 'if (isOpen) {', undefined],
  ['typescript', 'for (const item of items) {', undefined],
  ['typescript', 'return (value) => value;', undefined],
  ['typescript', 'import { a } from "b";', undefined],
  ['typescript', '// another comment\nconst x = 1;', undefined],
  ['javascript', 'Reader.prototype.close = function () {', 'close'],
  ['javascript', 'let count = 0;', 'count'],
  [
    'java',
    '@Override\n  @SuppressWarnings("unchecked")\n  public <T> List<T> readAll(Path path) throws IOException {',
    'readAll',
  ],
  ['java', 'private final Map<String, List<Integer>> sizes = new HashMap<>();', 'sizes'],
  ['java', 'public FileReader(String name) {', 'FileReader'],
  ['java', 'public interface Reader extends Closeable {', 'Reader'],
  ['java', 'int[] counts;', 'counts'],
  ['java', 'private @Nullable Duration period;', 'period'],
  ['java', 'int x, y;', undefined],
  ['java', 'return close(file);', undefined],
  ['java', 'close(file);', undefined],
  ['csharp', '[Obsolete("use Close")]\n  public int Width { get; set; }', 'Width'],
  ['csharp', 'public async Task<int> CloseAsync(CancellationToken token)\n  {', 'CloseAsync'],
  ['csharp', 'public static Post<T> Send<T>(\n  this Post<T> post) =>', 'Send'],
  ['csharp', 'public new virtual Post<TLetter, TBox> Send(int a)\n  {', 'Send'],
  ['csharp', 'return new Post<T>(a);', undefined],
  ['java', 'static <T> List<T> sorted(List<T> all) {', 'sorted'],
  ['cpp', '- (nullable Letter *)letterAt:(int)place in:(Box *)box;', 'letterAt'],
  ['cpp', '- (a + b);', undefined],
  ['csharp', 'public record struct Point(int X, int Y);', 'Point'],
  ['c', 'static const char *close_file(int fd)\n{', 'close_file'],
  ['c', 'struct node *make_node(void);', 'make_node'],
  ['c', 'NO_EXPORT Node *\nmake_node(Tree *self)\n{', 'make_node'],
  ['c', 'typedef struct node {', 'node'],
  ['c', '#define MAX_WIDTH 80', 'MAX_WIDTH'],
  [
    'cpp',
    'template <typename T>\n[[nodiscard]] std::vector<T> Reader::readAll() const {',
    'readAll',
  ],
  ['cpp', 'enum class Colour : int {', 'Colour'],
  ['cpp', '~Reader() {', 'Reader'],
  ['cpp', 'bool operator==(const Reader& other);', undefined],
  ['go', 'func (r *Reader) Close() error {', 'Close'],
  ['go', 'type Reader interface {', 'Reader'],
  ['go', 'MaxWidth int `json:"width"`', 'MaxWidth'],
  ['go', 'MaxWidth = 80', 'MaxWidth'],
  ['go', 'return nil', undefined],
  ['rust', '#[derive(Debug)]\npub(crate) struct Reader<T> {', 'Reader'],
  ['rust', 'pub const unsafe fn close_file(fd: i32) {', 'close_file'],
  ['rust', 'pub const MAX_WIDTH: usize = 80;', 'MAX_WIDTH'],
  ['rust', 'pub width: u32,', 'width'],
  ['rust', 'impl Reader for File {', undefined],
  ['python', '@property\nasync def close_file(self):', 'close_file'],
  ['python', 'class Reader(Base):', 'Reader'],
  ['python', 'MAX_WIDTH: int = 80', 'MAX_WIDTH'],
  ['python', 'close_file(fd)', undefined],
  ['ruby', 'def self.close_file(path)', 'close_file'],
  ['ruby', 'class Files::Reader < Base', 'Reader'],
  ['ruby', 'attr_reader :width', 'width'],
  ['php', '#[Pure]\n  public static function closeFile(string $path): void {', 'closeFile'],
  ['php', 'private ?string $fileName = null;', 'fileName'],
  ['kotlin', '@JvmStatic\n  override suspend fun <T> List<T>.closeAll(): Unit {', 'closeAll'],
  ['kotlin', 'private val maxWidth: Int = 80', 'maxWidth'],
  ['kotlin', 'companion object {', undefined],
  ['swift', '@objc public static func closeFile(_ path: String) {', 'closeFile'],
  ['swift', 'private(set) var width = 0', 'width'],
  ['shellscript', 'close_file() {', 'close_file'],
  ['shellscript', 'export MAX_WIDTH=80', 'MAX_WIDTH'],
  ['powershell', 'function Close-File {', 'Close-File'],
  ['sql', 'CREATE OR REPLACE VIEW reports.late_parcels AS', 'late_parcels'],
  ['yaml', 'width: 80', undefined],
  ['markdown', 'const width = 80;', undefined],
];

describe('subjectAfter', () => {
  it.each(declarations)('%s: %j declares %s', (languageId, code, expected) => {
    for (const source of [`# c\n\n  ${code}\n`, `# c\r\n${code.replaceAll('\n', '\r\n')}\r\n`]) {
      expect(subjectAfter(source, 3, languageId)).toBe(expected);
    }
  });

  it('covers twelve languages at least', () => {
    expect(
      new Set(declarations.filter(([, , name]) => name).map(([id]) => id)).size,
    ).toBeGreaterThan(11);
  });

  it.each([
    '<'.repeat(5000),
    '('.repeat(5000),
    'a '.repeat(5000),
    `@a(${'('.repeat(5000)}`,
    'a.'.repeat(5000),
  ])('is fast on hostile code', (code) => {
    const started = performance.now();
    for (const [languageId] of declarations) subjectAfter(`#\n${code}`, 1, languageId);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

describe('subjectOf', () => {
  /** The subjects of all passages of a source. */
  const subjects = (languageId: string, source: string) =>
    extractPassages(source, languageId).passages.map((passage) =>
      subjectOf(source, passage, languageId),
    );

  it('of a block in parts is that of its description, and looks behind the whole block', () => {
    const source = '/**\n * Closes it.\n * @param file the file\n */\nfunction close(file) {}\n';
    const commentEnd = source.indexOf('*/') + 2;
    const part = { kind: 'doc', start: 0, end: source.indexOf('it.') + 3, commentEnd } as const;
    const of = (role: string) => subjectOf(source, { ...part, role }, 'javascript');
    expect([of('description'), of('param')]).toEqual(['close', undefined]);
  });

  it.each([
    ['python', 'def close_file(\n  path,\n):\n  """Closes the file."""\n', ['close_file']],
    [
      'python',
      'class A:\n  r"""Reads files."""\n\n  def b(self):\n    \'Reads it.\'\n',
      ['A', 'b'],
    ],
    ['python', '"""Reads files."""\n\ndef f(): pass\n', [undefined]],
    ['python', '# Closes the file.\ndef close(): pass\n', ['close']],
    ['typescript', 'let a = 1; // Counts the files.\nlet b = 2;\n', [undefined]],
    ['typescript', '  /** Counts the files. */ let b = 2;\n', ['b']],
    ['typescript', '  // Counts the files.\n  const b = count();\n', [undefined]],
    ['typescript', '  // Counts the files.\n  count(of = 1) {\n', ['count']],
    [
      'typescript',
      '/**\n * @param file the file that is to be closed, which may be shared with other readers as long as none of them ever writes to it\n */\nfunction close() {}\n',
      [undefined],
    ],
    ['cpp', '/**\n * \\brief Closes the file.\n */\nvoid close() {}\n', ['close']],
    ['rust', '//! Reads all files.\nfn read() {}\n', [undefined]],
    ['rust', '/// Reads all files.\nfn read() {}\n', ['read']],
    ['markdown', 'Reads all files.\n\nconst a = 1;\n', [undefined, undefined]],
  ])('%s: %j', (languageId, source, expected) => {
    expect(subjects(languageId, source)).toEqual(expected);
  });
});

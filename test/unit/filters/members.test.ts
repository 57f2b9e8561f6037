import { checkGroupFilter } from './checkGroupFilter';

const doc = (text: string) => `/** ${text} */\n`;
const SAME = 'Sends the letter to all readers of the list.';
const java = (type: string, ...members: string[]) =>
  `class ${type} {\n${members.map((member) => `  ${doc(SAME)}  ${member}\n`).join('\n')}}\n`;

checkGroupFilter(
  'overloads',
  [
    ['methods of one name', { 'A.java': java('A', 'void send(int a) {}', 'void send(long a) {}') }],
    [
      'functions of one name',
      {
        'a.ts': `${doc(SAME)}function send(a: 1): void;\n${doc(SAME)}function send(a: 2): void;\n`,
      },
    ],
    ['constructors', { 'A.java': java('A', 'A(int a) {}', 'A(long a) {}') }],
    [
      'namesakes of two types',
      {
        'a.py': `class A:\n    def send(self):\n        """${SAME}"""\n\nclass B:\n    def send(self):\n        """${SAME}"""\n`,
      },
    ],
    [
      'C++ overloads',
      { 'a.cpp': `${doc(SAME)}void send(int a) {}\n\n${doc(SAME)}void send(long a) {}\n` },
    ],
    [
      'Kotlin overloads',
      { 'a.kt': `${doc(SAME)}fun send(a: Int) {}\n\n${doc(SAME)}fun send(a: Long) {}\n` },
    ],
    [
      'C# overloads',
      { 'A.cs': java('A', 'public void Send(int a) {}', 'public void Send(long a) {}') },
    ],
    [
      'Swift overloads',
      { 'a.swift': `${doc(SAME)}func send(_ a: Int) {}\n\n${doc(SAME)}func send(_ a: Float) {}\n` },
    ],
  ],
  [
    [
      'members of two names',
      { 'A.java': java('A', 'void send(int a) {}', 'void post(long a) {}') },
    ],
    [
      'namesakes of two files',
      { 'a.ts': `${doc(SAME)}function send() {}\n`, 'b.ts': `${doc(SAME)}function send() {}\n` },
    ],
    [
      'remarks inside of functions',
      {
        'a.ts': `function a() {\n  // ${SAME}\n  send();\n}\nfunction b() {\n  // ${SAME}\n  send();\n}\n`,
      },
    ],
    ['steps above assignments', { 'a.ts': `// ${SAME}\nx = 1;\n\n// ${SAME}\nx = 2;\n` }],
    [
      'tests of a macro',
      { 'a.c': `/* ${SAME} */\nTEST(one) {\n}\n\n/* ${SAME} */\nTEST(two) {\n}\n` },
    ],
    ['paragraphs', { 'a.md': `${SAME}\n\n${SAME}\n` }],
    [
      'a constant and another',
      { 'a.ts': `${doc(SAME)}const send = f();\n${doc(SAME)}const post = f();\n` },
    ],
    ['functions of Go', { 'a.go': `// ${SAME}\nfunc send() {}\n\n// ${SAME}\nfunc post() {}\n` }],
  ],
);

checkGroupFilter(
  'accessors',
  [
    [
      'getter and setter',
      { 'A.java': java('A', 'String getName() {}', 'void setName(String a) {}') },
    ],
    ['field and getter', { 'A.java': java('A', 'private String name;', 'String getName() {}') }],
    ['is and set', { 'A.java': java('A', 'boolean isOpen() {}', 'void setOpen(boolean a) {}') }],
    ['snake case', { 'a.rs': `/// ${SAME}\nfn get_name() {}\n\n/// ${SAME}\nfn set_name() {}\n` }],
    ['with and field', { 'A.java': java('A', 'int size;', 'A withSize(int a) {}') }],
    [
      'underscored field',
      { 'a.ts': `class A {\n  ${doc(SAME)}  _size = 1;\n\n  ${doc(SAME)}  size(): number {}\n}\n` },
    ],
    [
      'a builder elsewhere',
      {
        'Mail.java': java('Mail', 'String getName() {}'),
        'MailBuilder.java': java('MailBuilder', 'void setName(String a) {}'),
      },
    ],
    ['has and clear', { 'A.java': java('A', 'boolean hasName() {}', 'void clearName() {}') }],
  ],
  [
    ['other nouns', { 'A.java': java('A', 'String getName() {}', 'void setSize(int a) {}') }],
    [
      'other types',
      {
        'Mail.java': java('Mail', 'String getName() {}'),
        'User.java': java('User', 'void setName(String a) {}'),
      },
    ],
    ['bare get and set', { 'A.java': java('A', 'String get() {}', 'void set(String a) {}') }],
    ['settle is no setter', { 'A.java': java('A', 'void settle() {}', 'void tle() {}') }],
    ['open and close', { 'A.java': java('A', 'void openFile() {}', 'void closeFile() {}') }],
    ['two getters', { 'A.java': java('A', 'String getName() {}', 'String getTitle() {}') }],
    ['issue is not is', { 'A.java': java('A', 'void issue() {}', 'void sue() {}') }],
    ['paragraphs', { 'getName.md': `${SAME}\n`, 'setName.md': `${SAME}\n` }],
  ],
);

checkGroupFilter(
  'inherited',
  [
    [
      'interface and class',
      {
        'Post.java': `interface Post {\n  ${doc(SAME)}  void send();\n}\n`,
        'Mail.java': `class Mail implements Letter {\n  ${doc(SAME)}  public void send() {}\n}\n`,
      },
    ],
    [
      'base and sub class',
      {
        'a.ts': `class Post {\n  ${doc(SAME)}  send(): void {}\n}\n`,
        'b.ts': `class Mail extends Post {\n  ${doc(SAME)}  send(): void {}\n}\n`,
      },
    ],
    [
      'two implementations',
      {
        'A.java': `class A implements Post {\n  ${doc(SAME)}  void send() {}\n}\n`,
        'B.java': `class B implements Post {\n  ${doc(SAME)}  void send() {}\n}\n`,
      },
    ],
    [
      'header and source',
      {
        'inc/post.h': `${doc(SAME)}int send(int a);\n`,
        'src/post.c': `${doc(SAME)}int send(int a) {}\n`,
      },
    ],
    [
      'a type and one named after it',
      {
        'a.cs': `${doc(SAME)}public class LetterPost : IPost\n{\n}\n`,
        'b.cs': `${doc(SAME)}public class LocalLetterPost : LetterPost\n{\n}\n`,
      },
    ],
    [
      'a generic twin',
      {
        'a.cs': `class Post\n{\n    ${doc(SAME)}    public virtual Post Send(int a)\n}\n`,
        'b.cs': `class Post<T> : Post\n{\n    ${doc(SAME)}    public new virtual Post<T> Send(int a)\n}\n`,
      },
    ],
    [
      'override',
      {
        'A.kt': `class A {\n  ${doc(SAME)}  fun send() {}\n}\n`,
        'B.kt': `class B {\n  ${doc(SAME)}  override fun send() {}\n}\n`,
      },
    ],
    [
      'trait and impl',
      {
        'a.rs': `trait Post {\n    /// ${SAME}\n    fn send();\n}\n`,
        'b.rs': `impl Post for Mail {\n    /// ${SAME}\n    fn send() {}\n}\n`,
      },
    ],
    [
      'stub file',
      { 'a.pyi': `# ${SAME}\ndef send(): ...\n`, 'a.py': `# ${SAME}\ndef send():\n    pass\n` },
    ],
    [
      'names of one stem',
      {
        'Post.java': `class Post {\n  ${doc(SAME)}  void send() {}\n}\n`,
        'PostImpl.java': `class PostImpl {\n  ${doc(SAME)}  void send() {}\n}\n`,
      },
    ],
  ],
  [
    [
      'types of other names',
      {
        'a.cs': `${doc(SAME)}public class LetterPost : IPost\n{\n}\n`,
        'b.cs': `${doc(SAME)}public class ParcelPost : IPost\n{\n}\n`,
      },
    ],
    [
      'copies of one class',
      {
        'a/utils.py': `class Pages:\n    def count(self):\n        """${SAME}"""\n`,
        'b/utils.py': `class Pages:\n    def count(self):\n        """${SAME}"""\n`,
      },
    ],
    [
      'two interfaces',
      {
        'A.java': `interface Parser {\n  ${doc(SAME)}  void send();\n}\n`,
        'B.java': `interface Mailer {\n  ${doc(SAME)}  void send();\n}\n`,
      },
    ],
    [
      'a class that implements nothing',
      {
        'A.java': `interface Parser {\n  ${doc(SAME)}  void send();\n}\n`,
        'B.java': `class Mailer {\n  ${doc(SAME)}  void send() {}\n}\n`,
      },
    ],
    [
      'strangers with a name in common',
      {
        'A.java': `class Parser {\n  ${doc(SAME)}  void send() {}\n}\n`,
        'B.java': `class Mailer {\n  ${doc(SAME)}  void send() {}\n}\n`,
      },
    ],
    [
      'functions of two folders',
      {
        'a/index.ts': `${doc(SAME)}function send() {}\n`,
        'b/index.ts': `${doc(SAME)}function send() {}\n`,
      },
    ],
    [
      'two headers',
      { 'a.h': `${doc(SAME)}int send(int a);\n`, 'b.h': `${doc(SAME)}int send(int a);\n` },
    ],
    [
      'another member',
      {
        'Post.java': `interface Post {\n  ${doc(SAME)}  void send();\n}\n`,
        'Mail.java': `class Mail implements Post {\n  ${doc(SAME)}  void post() {}\n}\n`,
      },
    ],
    [
      'remarks in bodies',
      {
        'post.h': `void a() {\n  // ${SAME}\n  b();\n}\n`,
        'post.cpp': `void c() {\n  // ${SAME}\n  d();\n}\n`,
      },
    ],
    [
      'two sources',
      { 'a.c': `${doc(SAME)}int send(int a) {}\n`, 'b.c': `${doc(SAME)}int send(int a) {}\n` },
    ],
    [
      'heads of files',
      { 'a.ts': `// ${SAME}\n\nimport 'x';\n`, 'b.ts': `// ${SAME}\n\nimport 'x';\n` },
    ],
    ['pages', { 'post.md': `${SAME}\n`, 'post_impl.md': `${SAME}\n` }],
  ],
);

const sets = (month: string) => `Sets the ${month} of the date and returns a new one.`;
const two = (a: string, nameA: string, b: string, nameB: string) => ({
  'a.ts': `${doc(a)}function ${nameA}() {}\n\n${doc(b)}function ${nameB}() {}\n`,
});

checkGroupFilter(
  'one-fact',
  [
    ['named setters', two(sets('months'), 'changeMonth', sets('years'), 'changeYear')],
    [
      'named types',
      two(
        'Reads a list of users from disk.',
        'readUsers',
        'Reads a list of groups from disk.',
        'readGroups',
      ),
    ],
    [
      'an article follows',
      two('Makes an item of the list.', 'makeItem', 'Makes a row of the list.', 'makeRow'),
    ],
    [
      'two words',
      two(
        'Reads the mail header of it.',
        'readMailHeader',
        'Reads the file body of it.',
        'readFileBody',
      ),
    ],
    [
      'short for long',
      two(
        'The minimum size of the window.',
        'minSize',
        'The maximum size of the window.',
        'maxSize',
      ),
    ],
    [
      'turned round',
      two(
        'Turns a name into a path here.',
        'nameToPath',
        'Turns a path into a name here.',
        'pathToName',
      ),
    ],
    [
      'classes',
      {
        'a.ts': `${doc('Thrown where a file is missing.')}class FileError {}\n\n${doc('Thrown where a user is missing.')}class UserError {}\n`,
      },
    ],
    [
      'tables',
      two(
        'Fills the table of prices anew.',
        'fillPrices',
        'Fills the table of names anew.',
        'fillNames',
      ),
    ],
    [
      'files',
      {
        'a.ts': `${doc('Opens the door of the house.')}function openDoor() {}\n`,
        'b.ts': `${doc('Opens the window of the house.')}function openWindow() {}\n`,
      },
    ],
  ],
  [
    ['equal texts', two(SAME, 'send', SAME, 'post')],
    [
      'another’s name',
      two('Sets the month of the date.', 'setYear', 'Sets the year of the date.', 'setMonth'),
    ],
    [
      'a word that no name has',
      two('Sets the month of the date.', 'one', 'Sets the year of the date.', 'other'),
    ],
    [
      'one name that does not say it',
      two('Sets the month of the date.', 'changeMonth', 'Sets the year of the date.', 'changeDay'),
    ],
    ['remarks', { 'a.ts': 'f(); // sets the month of it\n\n\ng(); // sets the year of it\n' }],
    [
      'rewordings',
      two(
        'Removes all entries from the list.',
        'clear',
        'Deletes every entry of the list.',
        'empty',
      ),
    ],
    [
      'a stale addition',
      two(
        'Reads the list of users.',
        'readUsers',
        'Reads the list of users from the cache.',
        'loadUsers',
      ),
    ],
    [
      'a number that no name has',
      two('Waits for 5 seconds at most.', 'waitShort', 'Waits for 9 seconds at most.', 'waitMore'),
    ],
  ],
);

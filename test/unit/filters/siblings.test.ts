import { checkGroupFilter, type Files } from './checkGroupFilter';

const SAME = 'Sends the letter to all readers of the list.';
const doc = (text: string) => `/** ${text} */\n`;
const fn = (name: string, text = SAME, parameter = 'a') =>
  `${doc(text)}function ${name}(${parameter}) {}\n\n`;
const LONG = `${SAME} Those who left it are told so once, and are asked whether they wish to come back.`;
const method = (type: string, text: string) => `class ${type} {\n  ${doc(text)}  send(a) {}\n}\n`;
const step = (text: string, code: string) => `{\n  // ${text}\n  ${code}\n}\n`;
const pair = (a: string, b: string): Files => ({ 'a.ts': a, 'b.ts': b });
const one = (...parts: readonly string[]): Files => ({ 'a.ts': parts.join('') });

checkGroupFilter(
  'namesakes',
  [
    ['two files', pair(fn('send'), fn('send'))],
    ['spelling of names', pair(fn('sendAll'), fn('send_all'))],
    ['rewordings', pair(fn('send'), fn('send', 'Sends a letter to each reader of the list.'))],
    ['long texts in two types', pair(method('Post', LONG), method('Mail', LONG))],
    [
      'a parameter of both',
      pair(
        fn('send', 'Sends `letter` to all.', 'letter'),
        fn('send', 'Sends `letter` to all.', 'letter'),
      ),
    ],
  ],
  [
    ['other names', pair(fn('send'), fn('post'))],
    [
      'a parameter of one',
      pair(fn('send', 'Sends `letter` to all.', 'letter'), fn('send', 'Sends `letter` to all.')),
    ],
    ['long texts at two functions', pair(fn('send', LONG), fn('send', LONG))],
    ['long texts in two types of one name', pair(method('Post', LONG), method('Post', LONG))],
    ['types', pair(`${doc(SAME)}class Post {}\n`, `${doc(SAME)}class Post {}\n`)],
    ['comments', pair(`// ${SAME}\nfunction send() {}\n`, `// ${SAME}\nfunction send() {}\n`)],
  ],
);

checkGroupFilter(
  'variants',
  [
    ['equal texts', one(fn('send'), fn('sendLater'))],
    ['a word in front', one(fn('send'), fn('trySend'))],
    ['a word behind', one(fn('post_letter'), fn('post_letter_twice'))],
    [
      'a word that is said',
      one(fn('send'), fn('sendLater', 'Sends the letter later to all readers of the list.')),
    ],
  ],
  [
    ['other names', one(fn('send'), fn('post'))],
    ['negations', one(fn('send'), fn('doesntSend'))],
    ['other files', pair(fn('send'), fn('sendLater'))],
    [
      'a word that is not said',
      one(fn('send'), fn('sendLater', 'Sends the letter to readers of all the lists.')),
    ],
  ],
);

checkGroupFilter(
  'neighbours',
  [
    ['one word', one(fn('send'), fn('post', 'Sends the parcel to all readers of the list.'))],
    [
      'a qualification',
      one(
        fn('send', 'Sends the letter'),
        fn('post', 'Sends the letter if the list has readers at all.'),
      ),
    ],
    [
      'kin',
      pair(fn('sendLetter', LONG), fn('LetterPost', `${LONG} Not that they would. None ever did.`)),
    ],
    [
      'names of code',
      pair(
        step('the letter goes by sendAll to readers', 'f();'),
        step('the letter goes by post_all to readers', 'f();'),
      ),
    ],
    [
      'steps close by',
      one(
        step('the letter goes to the readers', 'f();'),
        step('the parcel goes to the readers', 'g();'),
      ),
    ],
  ],
  [
    [
      'names with a short word in common',
      pair(fn('isSent'), fn('isRead', 'Those who read the list get the letter.')),
    ],
    ['equal texts of kin', pair(fn('sendLetter'), fn('letterPost'))],
    ['equal texts', one(fn('send'), fn('post'))],
    ['two files', pair(fn('send'), fn('post', 'Sends the parcel to all readers of the list.'))],
    ['rewordings', one(fn('send'), fn('post', 'To all that read the list the letter is sent.'))],
    [
      'steps far apart',
      one(
        step('the letter goes to the readers', 'f();'),
        '\n'.repeat(20),
        step('the parcel goes to the readers', 'g();'),
      ),
    ],
  ],
);

checkGroupFilter(
  'stock-step',
  [
    [
      'other code',
      pair(
        step('send it to the readers', 'f(a);'),
        step('send it to the readers', 'if (a) b = c;'),
      ),
    ],
    [
      'in one file',
      one(step('send it to the readers', 'f(a);'), step('send it to the readers', 'a = b;')),
    ],
    [
      'calls and loops',
      pair(step('then look at the rest', 'for (;;) f();'), step('then look at the rest', 'f();')),
    ],
    [
      'rewordings',
      pair(step('send it to the readers', 'f(a);'), step('send this to the readers', 'a = b;')),
    ],
  ],
  [
    [
      'the same code',
      pair(step('send it to the readers', 'f(a);'), step('send it to the readers', 'f(a);')),
    ],
    [
      'names',
      pair(step('send it to the readers', 'f(a);'), step('send it to the readers', 'g(b);')),
    ],
    [
      'eight words',
      pair(
        step('send it to the readers of the list', 'f(a);'),
        step('send it to the readers of the list', 'a = b;'),
      ),
    ],
    ['paragraphs', { 'a.md': 'Send it to the readers.\n', 'b.md': 'Send it to the readers.\n' }],
  ],
);

checkGroupFilter(
  'echo',
  [
    [
      'rewordings that say what is declared',
      pair(
        fn('letterOfReader', 'Returns the letter of a reader.'),
        fn('readLetter', 'Gets the letter that a reader read.'),
      ),
    ],
    [
      'equal words in two files',
      pair(
        fn('openLetters', 'Opens all letters of the box.'),
        fn('openEach', 'Opens all letters of the box.', 'letters'),
      ),
    ],
    [
      'steps that say what the next line does',
      pair(
        step('count the letters of the box', 'countLetters(box);'),
        step('now count the letters in the box', 'box.letters = count();'),
      ),
    ],
    [
      'docstrings',
      {
        'a.py': 'def open_letter(box):\n    """Open the letter in the box."""\n',
        'b.py': 'def letter_opened(box):\n    """Opens a letter of the box."""\n',
      },
    ],
  ],
  [
    [
      'what the names do not say',
      pair(
        fn('send', 'Waits until the postman has gone home again.'),
        fn('post', 'Waits till the postman went home again.'),
      ),
    ],
    [
      'two languages',
      {
        'a.ts': fn('letterOfReader', 'Returns the letter of a reader.'),
        'b.java': fn('readLetter', 'Gets the letter that a reader read.'),
      },
    ],
    ['equal words in one file', one(fn('openLetters'), fn('open', SAME, 'letters'))],
    [
      'a text that explains',
      pair(fn('sendLetter', LONG), fn('letterSender', `${LONG} Not that they would.`)),
    ],
    [
      'equal steps above equal code',
      pair(
        step('count the letters of the box', 'countLetters(box);'),
        step('count the letters of the box', 'countLetters(box);'),
      ),
    ],
    [
      'a parameter of one',
      pair(
        fn('sendLetter', 'Sends the `letter` to readers.', 'letter'),
        fn('sendTheLetter', 'Send the `letter` to all readers.'),
      ),
    ],
  ],
);

const FEW = 'Sends the letter to all readers.';
const prose = (text: string) => `# Post\n\n${text}\n`;

checkGroupFilter(
  'near-documentation',
  [
    ['two files', pair(fn('send'), fn('post', 'Sends a letter to each reader of the list.'))],
    ['one file', one(fn('send'), fn('post', 'Sends a letter to each reader of the list.'))],
  ],
  [
    ['equal texts', pair(fn('send'), fn('post'))],
    ['equal texts beside another', one(fn('send'), fn('post'))],
    ['comments', pair(step('Sends the letter', 'send()'), step('Sends a letter', 'send()'))],
  ],
);

checkGroupFilter(
  'short-prose',
  [
    ['a few words', { 'a.md': prose(FEW), 'b.md': prose(FEW) }],
    ['items of lists', { 'a.md': prose(`- ${SAME}`), 'b.md': prose(`1. ${SAME}`) }],
  ],
  [
    ['sentences', { 'a.md': prose(SAME), 'b.md': prose(SAME) }],
    ['long items', { 'a.md': prose(`- ${LONG}`), 'b.md': prose(`- ${LONG}`) }],
    ['an item and a sentence', { 'a.md': prose(SAME), 'b.md': prose(`- ${SAME}`) }],
    ['an item and a comment', { 'a.md': prose(`- ${SAME}`), 'b.ts': step(SAME, 'send()') }],
  ],
);

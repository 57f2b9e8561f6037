import { checkGroupFilter, type Files } from './checkGroupFilter';

const SAME = 'Sends the letter to all readers of the list.';
const doc = (text: string) => `/** ${text} */\n`;
const fn = (name: string, text = SAME, parameter = 'a') =>
  `${doc(text)}function ${name}(${parameter}) {}\n\n`;
const step = (text: string, code: string) => `{\n  // ${text}\n  ${code}\n}\n`;
const pair = (a: string, b: string): Files => ({ 'a.ts': a, 'b.ts': b });
const one = (...parts: readonly string[]): Files => ({ 'a.ts': parts.join('') });

checkGroupFilter(
  'namesakes',
  [
    ['two files', pair(fn('send'), fn('send'))],
    ['spelling of names', pair(fn('sendAll'), fn('send_all'))],
    ['rewordings', pair(fn('send'), fn('send', 'Sends a letter to each reader of the list.'))],
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

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TwinFinder } from '../../../../server/src/core/twins/finder';
import { fitsBetter } from '../../../../server/src/core/twins/groups/copiedComment';
import { allPassages, bagOfWordsFinder, settledFinder } from '../../../support/bagOfWordsFinder';

describe('fitsBetter', () => {
  it.each([
    // The comment, the name that it is about, the name that it was copied to.
    ['Closes the underlying file.', 'closeFile', 'openFile'],
    ['Gets the name of the user.', 'getName', 'setName'],
    ['Sets the name of the user.', 'set_name', 'get_name'],
    ['Gets the name of the user.', 'name', 'setName'],
    ['Stops the timer and clears it.', 'stopTimer', 'startTimer'],
    ['The maximum width in pixels.', 'maximumWidth', 'minimumWidth'],
    ['The width of the page in pixels.', 'pageWidth', 'pageHeight'],
    ['Parses the JSON document.', 'parseJson', 'parseYaml'],
    ['Reads a 32-bit number.', 'readInt32', 'readInt64'],
    ['Adds the authorization_code of the user.', 'addAuthorizationCode', 'addDeviceCode'],
    ['Called before the file is saved.', 'beforeSave', 'afterSave'],
    ['Closes the file and flushes it.', 'shutFile', 'openFile'],
  ])('%s %s, not %s', (comment, about, subject) => {
    expect(fitsBetter(comment, about, subject)).toBe(true);
    expect(fitsBetter(comment, subject, about)).toBe(false);
  });

  it.each([
    ['Closes the file.', 'close', 'close'],
    ['Closes the file.', 'closeFile', 'CloseFile'],
    ['Closes the file.', 'closeFile', 'file_close'],
    // One name says no more than the other.
    ['Gets the size of the list.', 'getSize', 'size'],
    // Verbs that may mean the same.
    ['Loads the user from disk.', 'loadUser', 'readUser'],
    ['Removes the entry.', 'removeEntry', 'deleteEntry'],
    // The comment speaks of both.
    ['Closes the file if it is open.', 'closeFile', 'openFile'],
    ['The minimum and maximum width.', 'minWidth', 'maxWidth'],
    // In a word of the same stem, or shortened.
    ['Creates an iterator over the values.', 'values', 'iter'],
    ['Initialises the parser and its state.', 'parserState', 'parserInit'],
    // The comment fits neither.
    ['Does what its name says.', 'closeFile', 'openFile'],
    // A circumstance, not what the member is.
    ['Time in milliseconds since the start.', 'startTime', 'endTime'],
    ['Frees memory, which nobody expects of what will close the file.', 'closeFile', 'openFile'],
    // A variant of the same.
    ['Formats a message for a locale.', 'uformatMessage', 'vformatMessage'],
    // Part of another identifier.
    ['Delegates to FileAttribute and throws.', 'createFile', 'createFolder'],
    // Not the verb.
    ['Multibyte encoded characters of a text.', 'base64Encode', 'base64Decode'],
    ['The set of active users.', 'setUsers', 'getUsers'],
    ['Set of active users.', 'setUsers', 'getUsers'],
    // Words that fit any member.
    ['The value of the entry.', 'entryValue', 'entryKind'],
    // Not all that tells the names apart, or another form of it.
    ['An array of node identifiers.', 'gridNodeIds', 'snapIds'],
    ['A CSS styling property of the border.', 'borderStyle', 'borderWidth'],
    // Scripts without such words.
    ['关闭文件', '关闭', '打开'],
  ])('%s: in doubt between %s and %s', (comment, one, other) => {
    expect(fitsBetter(comment, one, other)).toBe(false);
    expect(fitsBetter(comment, other, one)).toBe(false);
  });

  it('is in doubt where the code of a member spells what the comment speaks of', () => {
    const comment = 'Returns a courier that has a bicycle.';
    const fits = (spelled: readonly string[]) =>
      fitsBetter(comment, 'equipCourier', 'equipMessenger', spelled);
    expect(fits([])).toBe(true);
    expect(fits(['bicycle'])).toBe(true);
    expect(fits(['courier'])).toBe(false);
    expect(fits(['couriers'])).toBe(false);
    // Opposites are no less so.
    expect(fitsBetter('Closes the file.', 'closeFile', 'openFile', ['file', 'closes'])).toBe(true);
  });

  it('never takes a comment to be about each of two names and not the other', () => {
    const word = fc.constantFrom('open', 'close', 'get', 'set', 'file', 'json', 'yaml', 'of', 'x');
    const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join('_'));
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), name, name, (text, a, b) => {
        const comment = text.join(' ');
        expect(fitsBetter(comment, a, b) && fitsBetter(comment, b, a)).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });
});

const CLOSES = 'Closes the underlying file and flushes it.';
const closeFile = `/** ${CLOSES} */\nexport function closeFile(fd: number) {}\n`;
const openFile = `/** ${CLOSES} */\nexport function openFile(fd: number) {}\n`;

const EQUIPS = '/** Returns a courier that has a bicycle of its own. */\n';
const equip = (type: string) =>
  `${EQUIPS}export function equipCourier(c: Courier) {}\n${EQUIPS}export function equipMessenger(m: ${type}) {}\n`;

/** `a:3 openFile<closeFile@0` for each copied comment: its place, names, and where the original is. */
const copies = (finder: TwinFinder, uris: string) =>
  [...uris].flatMap((uri) =>
    finder.findings(uri).flatMap(({ passage, copied }) => {
      if (!copied) return [];
      const { subject, about, original } = copied;
      return [`${uri}:${passage.start.line} ${subject}<${about}@${original.start.line}`];
    }),
  );

describe('copied comments in a workspace', () => {
  it.each<[string, Record<string, string>, readonly string[]]>([
    ['below the original', { a: closeFile + openFile }, ['a:2 openFile<closeFile@0']],
    ['above the original', { a: openFile + closeFile }, ['a:0 openFile<closeFile@2']],
    ['never in another file', { a: closeFile, b: openFile }, []],
    ['not on overloads', { a: closeFile + closeFile }, []],
    [
      'with twins elsewhere',
      { a: closeFile + openFile, b: closeFile },
      ['a:2 openFile<closeFile@0'],
    ],
    [
      'whatever the spelling',
      { a: closeFile + openFile.replace(CLOSES, CLOSES.toUpperCase()) },
      ['a:2 openFile<closeFile@0'],
    ],
    ['unless silenced', { a: `${closeFile}// text-twin-ignore-next\n\n${openFile}` }, []],
    ['not when it is boilerplate', { a: closeFile + openFile.repeat(8) }, []],
    [
      'at a function of other types',
      { a: equip('Messenger') },
      ['a:2 equipMessenger<equipCourier@0'],
    ],
    ['not where its types are what is spoken of', { a: equip('Courier') }, []],
    ['not at statements', { a: `${closeFile}/** ${CLOSES} */\nopenFile(3);\n` }, []],
  ])('%s', async (_, files, expected) => {
    const finder = await settledFinder(files);
    expect(copies(finder, 'ab')).toEqual(expected);
    const members = finder.groups().flatMap((group) => group.members);
    expect(members.filter(({ copied }) => copied)).toHaveLength(expected.length);
    // The groups are what they are without.
    expect(new Set(finder.groups().map(({ kind }) => kind)).size).toBeLessThan(2);
  });

  it('are found in docstrings', async () => {
    const member = (name: string) => `def ${name}(fd):\n    """${CLOSES}"""\n\n`;
    const finder = await settledFinder({ a: member('close_file') + member('open_file') }, 'python');
    expect(copies(finder, 'a')).toEqual(['a:4 open_file<close_file@1']);
  });

  it('are told anew when only the name below changes', async () => {
    const finder = await settledFinder({ a: closeFile + openFile });
    const renamed = { uri: 'a', languageId: 'typescript', policy: allPassages };
    finder.setDocument({ ...renamed, text: closeFile + openFile.replace('openFile', 'close') });
    expect(await finder.settle()).toEqual(new Set(['a']));
    expect(copies(finder, 'a')).toEqual([]);
    finder.setDocument({ ...renamed, text: closeFile + openFile });
    await finder.settle();
    expect(copies(finder, 'a')).toEqual(['a:2 openFile<closeFile@0']);
  });

  it('are after any edits what a fresh finder reports on the final texts', async () => {
    const member = fc.constantFrom(
      closeFile,
      openFile,
      openFile.replace('openFile', 'readFile'),
      closeFile.replace('Closes', 'Opens'),
      closeFile.replace('closeFile', 'shutFile'),
    );
    const edit = fc.record({
      uri: fc.constantFrom('a', 'b'),
      members: fc.array(member, { maxLength: 4 }),
      settle: fc.boolean(),
    });
    let found = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 8 }), async (edits) => {
        const finder = bagOfWordsFinder();
        const files: Record<string, string> = {};
        for (const { uri, members, settle } of edits) {
          const text = members.join('');
          finder.setDocument({ uri, languageId: 'typescript', text, policy: allPassages });
          files[uri] = text;
          if (settle) await finder.settle();
        }
        await finder.settle();
        const fresh = await settledFinder(files);
        expect(finder.groups()).toEqual(fresh.groups());
        for (const uri of 'ab') {
          expect(finder.findings(uri)).toEqual(fresh.findings(uri));
          for (let line = 0; line < 8; line += 2) {
            const at = { line, character: 5 };
            expect(finder.oneFactApart(uri, at)).toEqual(fresh.oneFactApart(uri, at));
          }
        }
        found += copies(finder, 'ab').length;
      }),
    );
    expect(found).toBeGreaterThan(0);
  });
});

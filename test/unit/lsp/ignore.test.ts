import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { PassageKind } from '../../../server/src/core/passages/passage';
import { ignoreGroupEdit } from '../../../server/src/lsp/ignoreGroup';
import { ignorePassageEdit } from '../../../server/src/lsp/ignorePassage';

/** The document after the directive was put above the passage that begins with `^`. */
function ignored(
  marked: string,
  kind: PassageKind = 'comment',
  languageId = 'x',
): string | undefined {
  const offset = marked.indexOf('^');
  const document = TextDocument.create('file:///a', languageId, 1, marked.replace('^', ''));
  const start = document.positionAt(offset);
  const edit = ignorePassageEdit(document, { uri: 'file:///a', kind, start, end: start, text: '' });
  return edit && TextDocument.applyEdits(document, [edit]);
}

describe('ignorePassageEdit', () => {
  it.each([
    ['  ^// Text', '  // text-twin-ignore-next\n  // Text'],
    ['\t^/** Text */', '\t/* text-twin-ignore-next */\n\t/** Text */'],
    ['^# Text', '# text-twin-ignore-next\n# Text'],
    ['    ^r"""Text"""', '    # text-twin-ignore-next\n    r"""Text"""'],
    ['^-- Text', '-- text-twin-ignore-next\n-- Text'],
    ['^--[[ Text ]]', '-- text-twin-ignore-next\n--[[ Text ]]'],
    ['^<!-- Text -->', '<!-- text-twin-ignore-next -->\n<!-- Text -->'],
    ['  {^/* Text */}', '  {/* text-twin-ignore-next */}\n  {/* Text */}'],
    ['x = 1; ^; Text', '; text-twin-ignore-next\nx = 1; ; Text'],
    ['a\r\n  ^// Text', 'a\r\n  // text-twin-ignore-next\r\n  // Text'],
  ])('%j', (before, after) => {
    expect(ignored(before)).toBe(after);
  });

  it.each([
    ['python', '    ^"Text."', '    # text-twin-ignore-next\n    "Text."'],
    ['vim', '^" Text.', '" text-twin-ignore-next\n" Text.'],
  ])('reads a quotation mark as %s does', (languageId, before, after) => {
    expect(ignored(before, 'comment', languageId)).toBe(after);
  });

  it('writes an HTML comment in Markdown, indented like a list item', () => {
    const after = '  <!-- text-twin-ignore-next -->\n  - Text';
    expect(ignored('  ^- Text', 'markdown')).toBe(after);
  });

  it.each([
    ['plain text', '^Text', 'text', 'x'],
    ['plain text that begins with a quotation mark', '^"Text"', 'text', 'plaintext'],
    ['a notebook', '"^# Text"', 'comment', 'jupyter'],
  ] as const)('has nothing to offer in %s', (_, marked, kind, languageId) => {
    expect(ignored(marked, kind, languageId)).toBeUndefined();
  });
});

describe('ignoreGroupEdit', () => {
  const base = { folder: 'file:///w', groupId: 'g', createsFiles: true };
  const uri = 'file:///w/.texttwin.json';

  it('makes the file where there is none, if the client can', () => {
    expect(ignoreGroupEdit({ ...base, text: undefined })).toMatchObject({
      documentChanges: [{ kind: 'create', uri }, { textDocument: { uri, version: null } }],
    });
    expect(ignoreGroupEdit({ ...base, text: undefined, createsFiles: false })).toBeUndefined();
  });

  it('replaces what is there', () => {
    const text = '{\n  "scope": "file"\n}\n';
    const edits = ignoreGroupEdit({ ...base, text })?.changes?.[uri] ?? [];
    const document = TextDocument.create(uri, 'json', 1, text);
    const after = JSON.parse(TextDocument.applyEdits(document, edits));
    expect(after).toEqual({ scope: 'file', ignoredGroups: ['g'] });
  });

  it('leaves a broken file alone', () => {
    expect(ignoreGroupEdit({ ...base, text: '{' })).toBeUndefined();
  });
});

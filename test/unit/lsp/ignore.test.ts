import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { PassageKind } from '../../../server/src/core/passages/passage';
import { ignoreGroupEdit } from '../../../server/src/lsp/ignoreGroup';
import { ignorePassageEdit } from '../../../server/src/lsp/ignorePassage';

/** The document after the directive was put above the passage that begins with `^`. */
function ignored(marked: string, kind: PassageKind = 'comment'): string | undefined {
  const offset = marked.indexOf('^');
  const document = TextDocument.create('file:///a', 'x', 1, marked.replace('^', ''));
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

  it('writes an HTML comment in Markdown, indented like a list item', () => {
    const after = '  <!-- text-twin-ignore-next -->\n  - Text';
    expect(ignored('  ^- Text', 'markdown')).toBe(after);
  });

  it('has nothing to offer in plain text', () => {
    expect(ignored('^Text', 'text')).toBeUndefined();
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

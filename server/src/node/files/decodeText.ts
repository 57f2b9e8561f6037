/** A file's text, or why its bytes are not text. */
export type Decoded = { readonly text: string } | { readonly skipped: string };

/** How far into a file a NUL byte is looked for; git looks as far as this. */
const BINARY_PROBE_BYTES = 8192;

const UTF16_MARKS: readonly { readonly mark: readonly number[]; readonly encoding: string }[] = [
  { mark: [0xff, 0xfe], encoding: 'utf-16le' },
  { mark: [0xfe, 0xff], encoding: 'utf-16be' },
];

/**
 * Decodes the bytes of a file: UTF-8, or UTF-16 where a byte order mark says so. The mark itself is
 * not part of the text, so offsets are those of an editor's document.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const utf16 = UTF16_MARKS.find(({ mark }) => mark.every((byte, i) => bytes[i] === byte));
  if (utf16) return decode(bytes, utf16.encoding, 'UTF-16');
  if (bytes.subarray(0, BINARY_PROBE_BYTES).includes(0)) return { skipped: 'binary' };
  return decode(bytes, 'utf-8', 'UTF-8');
}

function decode(bytes: Uint8Array, encoding: string, name: string): Decoded {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes) };
  } catch {
    return { skipped: `not valid ${name}: save it as UTF-8` };
  }
}

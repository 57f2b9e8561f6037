/**
 * The stable id of a group: 16 hex digits of a hash of its members' normalised texts, in sorted order. It
 * does not know of paths or lines, so it survives moves and edits elsewhere, and is the same in the editor,
 * on the command line and on every machine.
 *
 * cyrb53 by bryc (public domain), twice with different seeds. Not for security: an id, 2⁶⁴ values.
 */
export function fingerprint(normalTexts: readonly string[]): string {
  const joined = [...new Set(normalTexts)].sort().join('\n');
  return hash32(joined, 1) + hash32(joined, 2);
}

function hash32(text: string, seed: number): string {
  let h1 = 0xdeadbeef ^ seed;
  let h2 = 0x41c6ce57 ^ seed;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    h1 = Math.imul(h1 ^ code, 2654435761);
    h2 = Math.imul(h2 ^ code, 1597334677);
  }
  h1 = Math.imul(h1 ^ (h1 >>> 16), 2246822507) ^ Math.imul(h2 ^ (h2 >>> 13), 3266489909);
  return (h1 >>> 0).toString(16).padStart(8, '0');
}

/** What the server is asked to explain: readable text as it is, anything else as bytes. */
export type Pasted = { readonly text: string } | { readonly base64: string };

const ESCAPED = /\\x([0-9A-Fa-f]{2})/g;
const HEX = /^(?:0x)?(?:[0-9A-Fa-f]{2}[\s,:]*)+$/;
const BASE64 = /^[A-Za-z0-9+/\s]+={0,2}\s*$/;

/**
 * People paste frames from logs: as text, as text with \xHH for what cannot be printed, as hexadecimal digits, or as
 * Base64. A frame begins with `##`, which tells the first two from the others.
 */
export function readPasted(pasted: string): Pasted | null {
  const text = pasted.trim();
  if (text === '') return null;
  if (text.includes('##')) return text.search(ESCAPED) >= 0 ? { base64: base64Of(unescaped(text)) } : { text };
  if (HEX.test(text)) return { base64: base64Of(hexBytes(text)) };
  if (BASE64.test(text) && text.replace(/\s/g, '').length % 4 === 0) return { base64: text.replace(/\s/g, '') };
  return { text };
}

function hexBytes(text: string): Uint8Array {
  const digits = text.replace(/^0x/, '').replace(/[\s,:]/g, '');
  return Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

function unescaped(text: string): Uint8Array {
  const bytes: number[] = [];
  let from = 0;
  for (const match of text.matchAll(ESCAPED)) {
    bytes.push(...new TextEncoder().encode(text.slice(from, match.index)), Number.parseInt(match[1] ?? '0', 16));
    from = match.index + match[0].length;
  }
  return Uint8Array.from([...bytes, ...new TextEncoder().encode(text.slice(from))]);
}

function base64Of(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

/**
 * SHA-256 and Ed25519 in the browser. WebCrypto does them where it may (a page over HTTPS or from this machine) and can;
 * elsewhere a library does, which is loaded only then.
 */
type Bytes = Uint8Array<ArrayBuffer>;

/** Length of the Ed25519 key at the end of its SubjectPublicKeyInfo. */
const RAW_KEY = 32;
const NODE = 1;

const subtle = (): SubtleCrypto | undefined => globalThis.crypto?.subtle;

export function utf8(text: string): Bytes {
  return new TextEncoder().encode(text);
}

export function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function unhex(text: string): Bytes {
  if (!/^([0-9a-f]{2})*$/.test(text)) throw new TypeError('not hexadecimal');
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}

export function unbase64(text: string): Bytes {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}

export function join(...parts: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let place = 0;
  for (const part of parts) {
    whole.set(part, place);
    place += part.length;
  }
  return whole;
}

export async function sha256(bytes: Bytes, by = subtle()): Promise<Bytes> {
  if (by) return new Uint8Array(await by.digest('SHA-256', bytes));
  const { sha256: digest } = await import('@noble/hashes/sha2.js');
  return new Uint8Array(digest(bytes));
}

export async function node(left: Uint8Array, right: Uint8Array): Promise<Bytes> {
  return sha256(join(Uint8Array.of(NODE), left, right));
}

/** `publicKey` as SubjectPublicKeyInfo. */
export async function signed(publicKey: Bytes, message: Bytes, signature: Bytes, by = subtle()): Promise<boolean> {
  const raw = publicKey.slice(-RAW_KEY);
  if (by) {
    try {
      const key = await by.importKey('raw', raw, { name: 'Ed25519' }, false, ['verify']);
      return await by.verify({ name: 'Ed25519' }, key, signature, message);
    } catch {
      // This browser does not know Ed25519 yet.
    }
  }
  const [ed25519, { sha512 }] = await Promise.all([import('@noble/ed25519'), import('@noble/hashes/sha2.js')]);
  ed25519.hashes.sha512 = sha512;
  try {
    return ed25519.verify(signature, message, raw);
  } catch {
    return false;
  }
}

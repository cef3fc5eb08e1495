import { generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { CompletionCertificate } from '../api/followUp';
import { certificateBytes, isSignedBy } from './completion';
import { hex, sha256, unbase64 } from './digest';

const pair = generateKeyPairSync('ed25519');
const publicKey = pair.publicKey.export({ type: 'spki', format: 'der' }).toString('base64');

async function certificate(): Promise<{ readonly signed: CompletionCertificate; readonly key: { id: string; publicKey: string; since: string } }> {
  const id = hex(await sha256(unbase64(publicKey))).slice(0, 16);
  const unsigned: CompletionCertificate = {
    number: 'TJ-C-2026-000001',
    code: '0'.repeat(26),
    enterprise: { zh: '示例电厂', en: 'Example plant' },
    visited: '2026-11-23',
    scope: { zh: '范围', en: 'scope' },
    programme: { zh: '项目', en: 'programme' },
    issued: '2026-11-28T02:00:00.000000Z',
    key: id,
    signature: '',
  };
  const signature = sign(null, certificateBytes(unsigned), pair.privateKey).toString('base64');
  return { signed: { ...unsigned, signature }, key: { id, publicKey, since: '' } };
}

describe('the signature of a certificate', () => {
  it('holds for what was signed and for nothing else', async () => {
    const { signed, key } = await certificate();

    expect(await isSignedBy(signed, [key])).toBe(true);
    expect(await isSignedBy({ ...signed, visited: '2026-11-24' }, [key])).toBe(false);
    expect(await isSignedBy(signed, [])).toBe(false);
    expect(await isSignedBy(signed, [{ ...key, id: 'f'.repeat(16) }])).toBe(false);
  });

  it('is made of bytes that the server computes, too', async () => {
    const { signed } = await certificate();
    const text = new TextDecoder().decode(certificateBytes(signed));

    expect(text.startsWith('tijian-completion-1\nnumber 16:TJ-C-2026-000001\ncode 26:')).toBe(true);
    expect(text).toContain('enterprise-zh 12:示例电厂\n');
  });
});

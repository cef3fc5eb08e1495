import type { HeadKey } from '../api/access';
import type { CompletionCertificate } from '../api/followUp';
import { hex, join, sha256, signed, unbase64, utf8 } from './digest';

/** Whether one of the platform's published keys signed exactly this certificate; the same as CompletionCertificate does on the server. */
export async function isSignedBy(certificate: CompletionCertificate, keys: readonly HeadKey[]): Promise<boolean> {
  const key = keys.find(({ id }) => id === certificate.key);
  if (!key) return false;
  const bytes = unbase64(key.publicKey);
  const named = hex(await sha256(bytes)).startsWith(key.id) && key.id.length === 16;
  return named && signed(bytes, certificateBytes(certificate), unbase64(certificate.signature));
}

export function certificateBytes(certificate: CompletionCertificate): Uint8Array<ArrayBuffer> {
  const fields: readonly (readonly [string, string])[] = [
    ['number', certificate.number],
    ['code', certificate.code],
    ['enterprise-zh', certificate.enterprise.zh],
    ['enterprise-en', certificate.enterprise.en],
    ['visited', certificate.visited],
    ['scope-zh', certificate.scope.zh],
    ['scope-en', certificate.scope.en],
    ['programme-zh', certificate.programme.zh],
    ['programme-en', certificate.programme.en],
    ['issued', certificate.issued],
    ['key', certificate.key],
  ];
  return join(
    utf8('tijian-completion-1\n'),
    ...fields.map(([name, value]) => {
      const bytes = utf8(value);
      return join(utf8(`${name} ${bytes.length}:`), bytes, utf8('\n'));
    }),
  );
}

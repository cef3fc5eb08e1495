const CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const LENGTH = 18;

export type CreditCodeFault = 'codeLength' | 'codeLetters' | 'codeCheck';

/** As people type it: in any case, with spaces. */
export function normalCode(typed: string): string {
  return typed.replace(/[\s\u3000-]/g, '').toUpperCase();
}

/** What is wrong with a unified social credit code (GB 32100-2015), or null. The server says the same again. */
export function faultOfCode(typed: string): CreditCodeFault | null {
  const code = normalCode(typed);
  if (code.length !== LENGTH) return 'codeLength';
  const values = [...code].map((character) => CHARACTERS.indexOf(character));
  if (values.includes(-1)) return 'codeLetters';
  let sum = 0;
  let weight = 1;
  for (const value of values.slice(0, LENGTH - 1)) {
    sum += value * weight;
    weight = (weight * 3) % CHARACTERS.length;
  }
  return (CHARACTERS.length - (sum % CHARACTERS.length)) % CHARACTERS.length === values[LENGTH - 1] ? null : 'codeCheck';
}

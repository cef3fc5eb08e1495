/** Colours of a chart; the same places in light and dark. */
export interface Palette {
  readonly text: string;
  readonly muted: string;
  readonly grid: string;
  readonly surface: string;
  readonly line: string;
  readonly second: string;
  readonly limit: string;
  readonly outer: string;
  /** Areas of data marks; other marks take the last one. */
  readonly marks: Readonly<Record<string, string>>;
  readonly otherMark: string;
  /** What became of frames; the same colours as in the ledger. */
  readonly fates: { readonly stored: string; readonly noted: string; readonly duplicate: string; readonly refused: string };
}

const LIGHT: Palette = {
  text: '#1b2426',
  muted: '#55615f',
  grid: '#e1e7e8',
  surface: '#ffffff',
  line: '#0b6b6f',
  second: '#7a4fb5',
  limit: '#b3261e',
  outer: '#9a5b00',
  marks: { C: '#8fb8f0', M: '#f2c879', D: '#f0a19b', F: '#c3cccd', S: '#cdb6ea', T: '#f5b083', B: '#b5a99a' },
  otherMark: '#d3c7d9',
  fates: { stored: '#3f9d63', noted: '#6d9be0', duplicate: '#9aa7aa', refused: '#d9901f' },
};

const DARK: Palette = {
  text: '#e6ecec',
  muted: '#a9b6b8',
  grid: '#2c3537',
  surface: '#191f21',
  line: '#5cc2c4',
  second: '#c3a3f2',
  limit: '#ff8a80',
  outer: '#f0b45a',
  marks: { C: '#2f5688', M: '#7a5a1c', D: '#7d3a35', F: '#4a5456', S: '#57417a', T: '#7a4a25', B: '#5a5148' },
  otherMark: '#5c4f63',
  fates: { stored: '#4fae73', noted: '#6d9be0', duplicate: '#6c797c', refused: '#d9972f' },
};

export function palette(dark: boolean): Palette {
  return dark ? DARK : LIGHT;
}

export function markColour(colours: Palette, mark: string): string {
  return colours.marks[mark] ?? colours.otherMark;
}

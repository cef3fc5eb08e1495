/** As many digits as a reading deserves on a screen: at most four after the point, no trailing zeros, real minus. */
export function shown(value: number): string {
  return display(value, { maximumFractionDigits: 4 });
}

/** For workings: seven significant digits, enough to redo the sum. */
export function precise(value: number): string {
  return display(value, { maximumSignificantDigits: 7 });
}

export function percent(part: number, whole: number): number {
  if (whole <= 0) return 0;
  return Math.floor((Math.min(part, whole) / whole) * 1000) / 10;
}

function display(value: number, options: Intl.NumberFormatOptions): string {
  const text = new Intl.NumberFormat('en-US', { ...options, useGrouping: false }).format(value);
  return text.replace('-', '\u2212').replace(/^\u22120$/, '0');
}

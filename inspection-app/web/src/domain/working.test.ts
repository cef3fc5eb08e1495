import { describe, expect, it } from 'vitest';
import type { BasisView } from '../api/types';
import { comparison, line, unitText, withUnit } from './working';

const meaning = { zh: '差值', en: 'Difference' };

describe('a working', () => {
  it('shows an input as symbol and value', () => {
    expect(line({ symbol: 'FS', meaning, expression: null, value: 200, unit: 'mg/m3' })).toBe('FS = 200 mg/m³');
  });

  it('shows a step with the numbers put in', () => {
    expect(line({ symbol: 'd', meaning, expression: '5.62 − 0.1', value: 5.52, unit: 'mg/m3' })).toBe('d = 5.62 − 0.1 = 5.52 mg/m³');
  });

  it('keeps seven significant digits and a real minus', () => {
    expect(withUnit(-0.123456789, '%')).toBe('−0.1234568 %');
    expect(withUnit(1234567.89, '1')).toBe('1234568');
  });

  it('sets what was found against the limit', () => {
    const basis: BasisView = {
      formula: '',
      inputs: [],
      steps: [],
      found: { value: 74.2, unit: '%' },
      limit: { value: 75, unit: '%', comparison: '>=' },
      rounding: meaning,
      from: null,
      until: null,
      readings: 0,
    };
    expect(comparison(basis)).toEqual({ found: '74.2 %', limit: '≥ 75 %' });
  });

  it('writes units as people do', () => {
    expect(unitText('mg/m3')).toBe('mg/m³');
    expect(unitText('1')).toBe('');
  });
});

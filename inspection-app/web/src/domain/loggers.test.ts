import { describe, expect, it } from 'vitest';
import type { Dialect, LoggerSummary } from '../api/loggers';
import { SAMPLES } from '../inspector/samples';
import { isOpen, ORDERINGS, parametersOf, wireTime } from './command';
import { readFactors, withProposal, writeFactors } from './dialect';
import { adds } from './frame';
import { reasons, total, verdictOf } from './health';
import { readPasted } from './paste';

const logger: LoggerSummary = {
  mn: '1',
  outletId: 1,
  outletCode: 'DA001',
  outletName: { zh: '一号', en: 'One' },
  demonstration: false,
  contact: 'live',
  lastContactAt: null,
  receivedToday: 10,
  refusedToday: 0,
  defectsToday: 0,
  gapsOpen: 0,
};

describe('the line about a logger', () => {
  it('is good when nothing asks for attention', () => {
    expect(verdictOf(logger)).toEqual({ tone: 'good', asks: [] });
  });

  it('names lost contact before everything else', () => {
    const { tone, asks } = verdictOf({ ...logger, contact: 'silent', refusedToday: 2, gapsOpen: 1 });
    expect(tone).toBe('bad');
    expect(asks.map(({ what }) => what)).toEqual(['silent', 'refused', 'gaps']);
  });

  it('says of a new logger only that nothing came yet', () => {
    expect(verdictOf({ ...logger, contact: 'never' }).asks).toEqual([{ what: 'never', count: 0 }]);
  });
});

describe('the sheet', () => {
  const day = { received: 10, stored: 6, noted: 1, duplicate: 1, refused: 2 };
  const message = { zh: '校验', en: 'check sum' };

  it('adds up over days as it does in each', () => {
    expect(total([day, day])).toEqual({ received: 20, stored: 12, noted: 2, duplicate: 2, refused: 4 });
    expect(adds({ day: '', ...total([day, day]) })).toBe(true);
  });

  it('sums reasons, the most frequent first', () => {
    const days = [{ refusals: [{ code: 'a', message, clause: null, frames: 1 }, { code: 'b', message, clause: null, frames: 2 }] }, { refusals: [{ code: 'a', message, clause: null, frames: 4 }] }];
    expect(reasons(days).map(({ code, frames }) => [code, frames])).toEqual([['a', 5], ['b', 2]]);
  });
});

describe('a command', () => {
  it('writes times as the standard does', () => {
    expect(wireTime('2026-11-24T08:05')).toBe('20261124080500');
    expect(parametersOf({ kind: 'HOUR_HISTORY', from: '2026-11-24T08:00', until: '2026-11-24T10:00' })).toEqual({
      BeginTime: '20261124080000',
      EndTime: '20261124100000',
    });
  });

  it('leaves out what was left empty and what belongs to another kind', () => {
    expect(parametersOf({ kind: 'INFORMATION_READ', PolId: ' a21026 ', RtdInterval: 30 })).toEqual({ PolId: 'a21026' });
  });

  it('asks for a span of time with a log', () => {
    const filled = { kind: 'INFORMATION_READ', from: '2026-11-24T08:00', until: '2026-11-24T10:00' } as const;
    expect(Object.keys(parametersOf({ ...filled, InfoId: 'i21001' }))).toEqual(['InfoId', 'BeginTime', 'EndTime']);
    expect(Object.keys(parametersOf({ ...filled, InfoId: 'i12001' }))).toEqual(['InfoId']);
  });

  it('acts on an instrument in one kind only', () => {
    expect(ORDERINGS.filter(({ effect }) => effect === 'instrument').map(({ kind }) => kind)).toEqual(['CALIBRATE']);
  });

  it('is open until it has ended', () => {
    expect((['WAITING', 'SENT', 'RUNNING', 'DONE', 'TIMED_OUT'] as const).map(isOpen)).toEqual([true, true, true, false, false]);
  });
});

describe('what was pasted', () => {
  it('is text when it shows a frame', () => {
    expect(readPasted(` ${SAMPLES.good}`)).toEqual({ text: SAMPLES.good.trim() });
  });

  it('is bytes when it is hexadecimal, Base64 or has escapes', () => {
    const base64 = btoa('##0001x');
    expect(readPasted('23 23 30 30 30 31 78')).toEqual({ base64 });
    expect(readPasted(base64)).toEqual({ base64 });
    expect(readPasted('##\\xB0\\xA1')).toEqual({ base64: btoa('##\xb0\xa1') });
  });

  it('is nothing when it is empty', () => {
    expect(readPasted('  \n')).toBeNull();
  });
});

describe('the frames to try', () => {
  const crc = (segment: string): string => {
    let value = 0xffff;
    for (const byte of new TextEncoder().encode(segment)) {
      value = (value >> 8) ^ byte;
      for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >> 1) ^ 0xa001 : value >> 1;
    }
    return value.toString(16).toUpperCase().padStart(4, '0');
  };
  const segment = (frame: string) => frame.slice(6, -6);

  it.each(Object.entries(SAMPLES))('%s has the right length', (_, frame) => {
    expect(segment(frame)).toHaveLength(Number(frame.slice(2, 6)));
  });

  it.each([['good', true], ['old', true], ['damaged', false], ['modbus', false]] as const)('%s has a right check sum: %s', (name, right) => {
    expect(crc(segment(SAMPLES[name])) === SAMPLES[name].slice(-6, -2)).toBe(right);
  });
});

describe('a proposal for the dialect', () => {
  const dialect: Dialect = {
    edition: 'E2017',
    encoding: 'UTF_8',
    checkSum: 'HJ212',
    offset: '+08:00',
    factorMap: 'AS_SENT',
    ownFactors: { V1: 'a24088' },
    cipher: 'NONE',
    password: null,
    systemType: '31',
    tcp: false,
    backfill: true,
  };
  const proposal = (field: keyof Dialect, value: string) => ({ field, value, because: { zh: '', en: '' }, frames: 1 });

  it('changes one setting and keeps the others', () => {
    expect(withProposal(dialect, proposal('encoding', 'GBK'))).toEqual({ ...dialect, encoding: 'GBK' });
    expect(withProposal(dialect, proposal('tcp', 'true'))).toEqual({ ...dialect, tcp: true });
    expect(withProposal(dialect, proposal('ownFactors', 'V2=a24002')).ownFactors).toEqual({ V1: 'a24088', V2: 'a24002' });
  });

  it('writes own codes as it reads them', () => {
    expect(readFactors(writeFactors({ V1: 'a1', V2: 'a2' }))).toEqual({ V1: 'a1', V2: 'a2' });
    expect(readFactors('nonsense\n=x\n')).toEqual({});
  });
});

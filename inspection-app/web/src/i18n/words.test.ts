import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { accessEn } from './access.en';
import { accessZh } from './access.zh';
import { documentsEn } from './documents.en';
import { documentsZh } from './documents.zh';
import { deskEn } from './desk.en';
import { deskZh } from './desk.zh';
import { entryEn } from './entry.en';
import { entryZh } from './entry.zh';
import { en } from './en';
import { enterpriseEn } from './enterprise.en';
import { enterpriseZh } from './enterprise.zh';
import { followEn } from './follow.en';
import { followZh } from './follow.zh';
import { loggersEn } from './loggers.en';
import { loggersZh } from './loggers.zh';
import { noticeEn } from './notice.en';
import { noticeZh } from './notice.zh';
import { pledgeEn } from './pledge.en';
import { pledgeZh } from './pledge.zh';
import { teamEn } from './team.en';
import { teamZh } from './team.zh';
import { zh } from './zh';

type Tree = { readonly [key: string]: string | Tree };

function flat(tree: Tree, prefix = ''): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string' ? [[prefix + key, value] as const] : [...flat(value, `${prefix}${key}.`)],
    ),
  );
}

function sources(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'i18n' ? [] : sources(path);
    return /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.test.ts') ? [readFileSync(path, 'utf8')] : [];
  });
}

const CHINESE = flat({ ...zh, ...loggersZh, ...accessZh, ...deskZh, ...documentsZh, ...entryZh, ...enterpriseZh, ...noticeZh, ...followZh, ...pledgeZh, ...teamZh });
const ENGLISH = flat({ ...en, ...loggersEn, ...accessEn, ...deskEn, ...documentsEn, ...entryEn, ...enterpriseEn, ...noticeEn, ...followEn, ...pledgeEn, ...teamEn });
const CODE = sources(join(import.meta.dirname, '..')).join('\n');

const placeholders = (text: string) => [...text.matchAll(/\{\{\w+\}\}/g)].map(([name]) => name).sort();

describe('the words of the screens', () => {
  it('are many, so that this test has something to guard', () => {
    expect(CHINESE.size).toBeGreaterThan(300);
    expect(CODE).toContain("t('home.question')");
  });

  it('have no name twice: the words of single pages come as an addition', () => {
    expect(Object.keys({ ...loggersZh, ...accessZh, ...deskZh, ...documentsZh, ...entryZh, ...enterpriseZh, ...noticeZh, ...followZh, ...pledgeZh, ...teamZh }).filter((name) => name in zh)).toEqual([]);
  });

  it('exist in both languages with the same keys', () => {
    expect([...ENGLISH.keys()].sort()).toEqual([...CHINESE.keys()].sort());
  });

  it.each([...CHINESE.keys()])('%s says something, with the same numbers put in', (key) => {
    expect(CHINESE.get(key)).not.toBe('');
    expect(ENGLISH.get(key)).not.toBe('');
    expect(placeholders(ENGLISH.get(key) ?? '')).toEqual(placeholders(CHINESE.get(key) ?? ''));
  });

  it('English has no Chinese letters', () => {
    expect([...ENGLISH].filter(([, text]) => /[\u4e00-\u9fff]/.test(text))).toEqual([]);
  });

  it('are all used: written out, or as the end of a composed key', () => {
    const composed = [...CODE.matchAll(/`((?:[a-zA-Z]+\.)+)\$\{/g)].map(([, prefix]) => prefix ?? '');
    const used = (key: string) => CODE.includes(`'${key}'`) || composed.includes(key.slice(0, key.lastIndexOf('.') + 1));
    expect([...CHINESE.keys()].filter((key) => !used(key))).toEqual([]);
  });
});

import { type FormInstance } from 'antd';
import { useEffect } from 'react';
import type { Problem } from '../api/types';
import { useLocal } from '../i18n';

/** `instruments[0].plate.maker` of the server is the place of a field in the form. */
export function placeOf(field: string, without = ''): (string | number)[] {
  const path = without !== '' && field.startsWith(without) ? field.slice(without.length) : field;
  return path
    .split(/[.[\]]+/)
    .filter((part) => part !== '')
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

/** What the server refused stands at its field, and the page goes there. */
export function useFieldTrouble<Values>(form: FormInstance<Values>, problem: Problem | null, without = ''): void {
  const local = useLocal();
  useEffect(() => {
    if (!problem?.field) return;
    const name = placeOf(problem.field, without) as never;
    form.setFields([{ name, errors: [local(problem.message)] }]);
    form.scrollToField(name, { block: 'center', focus: true });
    // The language may change without anything being wrong anew.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [form, problem, without]);
}

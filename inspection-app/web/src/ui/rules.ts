import type { FormRule } from 'antd';

/** A choice of several needs at least one. Not `required`: a group of boxes may not carry that mark for screen readers. */
export function atLeastOne(message: string): FormRule {
  return { validator: (_, chosen: readonly unknown[]) => (chosen.length > 0 ? Promise.resolve() : Promise.reject(new Error(message))) };
}

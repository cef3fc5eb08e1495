import { App, Button, Form, Select } from 'antd';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../api/client';
import type { Enterprise } from '../api/enterprise';
import type { OutletSettings } from '../api/loggers';
import { useRefresh } from '../api/query';
import type { Point } from '../domain/coordinates';
import { useLocal } from '../i18n';
import { useFieldTrouble } from '../ui/fields';
import { problemIn, useDoing } from '../ui/hooks';
import { Trouble } from '../ui/Loaded';
import { CoordinateFields, pointOf, setAt } from './CoordinateFields';
import type { Place } from './GridMap';

/** MapLibre is large: it comes with this page and with no other. */
const GridMap = lazy(() => import('./GridMap'));

const SITE = 'site';

interface SetPointProps {
  readonly enterprise: Enterprise;
  readonly outlets: readonly OutletSettings[];
  readonly places: readonly Place[];
}

interface Filled {
  readonly which: string;
  readonly at?: { readonly longitude?: number | null; readonly latitude?: number | null } | null;
}

/** Where the enterprise or one of its outlets is: tapped on the map, or typed. */
export function SetPoint({ enterprise, outlets, places }: SetPointProps) {
  const { t } = useTranslation();
  const local = useLocal();
  const refresh = useRefresh();
  const { modal } = App.useApp();
  const [form] = Form.useForm();
  const [saved, setSaved] = useState(false);
  const which = Form.useWatch('which', form) ?? SITE;
  const typed = Form.useWatch('at', form) ?? null;
  const others = useMemo(() => places.filter(({ key }) => key !== which), [places, which]);
  const known = (key: string): Point | null => (key === SITE ? enterprise.at : (outlets.find(({ id }) => `${id}` === key)?.profile.at ?? null));
  const saving = useDoing(async ({ which: key, at }: Filled) => {
    const path = key === SITE ? '/api/enterprise/point' : `/api/outlets/${key}/point`;
    const body = { at: pointOf(at) };
    try {
      await post(path, body);
    } catch (failure) {
      const problem = problemIn(failure);
      if (problem.code !== 'far-away' || !(await modal.confirm({ title: local(problem.message), okText: t('place.farYes'), cancelText: t('place.farNo') }))) throw failure;
      await post(path, { ...body, sure: true });
    }
    setSaved(true);
    await refresh(key === SITE ? '/api/enterprise' : `/api/outlets/${key}/settings`);
  });
  useFieldTrouble(form, saving.problem);
  const change = (key: string) => {
    const at = known(key);
    form.setFieldValue('at', at ? { ...at } : { longitude: null, latitude: null });
    saving.clear();
  };
  const pick = (point: Point) => setAt(form, ['at'], point);
  const { longitude, latitude } = pointOf(typed) ?? {};
  useEffect(() => setSaved(false), [longitude, latitude, which]);
  return (
    <Form<Filled>
      form={form}
      layout="vertical"
      requiredMark={false}
      className="stack"
      initialValues={{ which: SITE, at: enterprise.at ?? undefined }}
      onFinish={(filled) => void saving.run(filled)}
    >
      <Form.Item name="which" label={t('place.which')} extra={t('place.whichHelp')}>
        <Select onChange={change} options={[{ value: SITE, label: t('place.site') }, ...outlets.map(({ id, code, name }) => ({ value: `${id}`, label: `${code} ${local(name)}` }))]} />
      </Form.Item>
      <Suspense fallback={<div role="status" aria-label={t('state.loading')} className="grid-map-waiting" />}>
        <GridMap places={others} label={t('place.map')} picked={pointOf(typed)} onPick={pick} />
      </Suspense>
      <CoordinateFields name={['at']} />
      <Trouble problem={saving.problem} />
      <div className="tools">
        <Button type="primary" size="large" htmlType="submit" loading={saving.busy}>
          {t('place.save')}
        </Button>
        <span role="status" className="kept">
          {saved && !saving.problem && t('enterprise.saved')}
        </span>
      </div>
    </Form>
  );
}

import { SendOutlined } from '@ant-design/icons';
import { Button, Form, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../api/client';
import type { Command } from '../api/loggers';
import { useRefresh } from '../api/query';
import { EFFECTS, fieldsOf, ORDERINGS, parametersOf, type Filled, type Ordered } from '../domain/command';
import { beijingClock, beijingDay } from '../domain/time';
import { useDoing } from '../ui/hooks';
import { Trouble } from '../ui/Loaded';
import { Pill } from '../ui/Tags';
import { CalibrationDialog } from './CalibrationDialog';
import { CommandFields } from './CommandFields';
import type { OfLogger } from './LoggerPage';

const TONE = { read: 'good', history: 'good', set: 'warn', instrument: 'bad' } as const;

/** Choose what to tell the logger; what acts on an instrument is asked about once more. */
export function CommandForm({ logger, path }: OfLogger) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Filled>();
  const [toConfirm, setToConfirm] = useState<Filled | null>(null);
  const refresh = useRefresh();
  const kind = Form.useWatch<Ordered>('kind', form) ?? 'CLOCK_READ';
  const infoId = Form.useWatch<string | undefined>('InfoId', form);
  const effect = ORDERINGS.find((each) => each.kind === kind)?.effect ?? 'read';
  const sending = useDoing(async (filled: Filled, confirmed: boolean) => {
    await post<Command>(`${path}/commands`, { kind: filled.kind, parameters: parametersOf(filled), confirmed });
    setToConfirm(null);
    await refresh(`${path}/commands`);
  });
  const finish = (filled: Filled) => (effect === 'instrument' ? setToConfirm(filled) : void sending.run(filled, false));
  return (
    <Form<Filled> name="command" form={form} layout="vertical" requiredMark={false} initialValues={initial()} onFinish={finish} onValuesChange={sending.clear}>
      <Form.Item name="kind" label={t('command.what')} className="wide-field">
        <Select
          virtual={false}
          listHeight={420}
          options={EFFECTS.map((group) => ({
            label: t(`command.effect.${group}`),
            options: ORDERINGS.filter((each) => each.effect === group).map((each) => ({ value: each.kind, label: t(`command.kind.${each.kind}`) })),
          }))}
        />
      </Form.Item>
      <p className="small command-effect">
        <Pill tone={TONE[effect]}>{t(`command.effect.${effect}`)}</Pill> {t(`command.effectSays.${effect}`)}
      </p>
      <CommandFields fields={fieldsOf(kind, infoId)} outletId={logger.outletId} />
      {!toConfirm && <Trouble problem={sending.problem} />}
      <Button type="primary" htmlType="submit" icon={<SendOutlined />} loading={sending.busy} danger={effect === 'instrument'}>
        {t(effect === 'instrument' ? 'command.prepare' : 'command.send')}
      </Button>
      {toConfirm && (
        <CalibrationDialog
          logger={logger}
          factor={toConfirm.PolId ?? ''}
          sending={sending.busy}
          problem={sending.problem}
          agree={() => void sending.run(toConfirm, true)}
          close={() => setToConfirm(null)}
        />
      )}
    </Form>
  );
}

/** The last whole six hours, in Beijing time. */
function initial(): Filled {
  const now = new Date();
  const local = (instant: Date) => `${beijingDay(instant)}T${beijingClock(instant).slice(0, 2)}:00`;
  return { kind: 'CLOCK_READ', from: local(new Date(now.getTime() - 6 * 3_600_000)), until: local(now), MinInterval: 10, InfoId: 'i12001', CalibrationType: '0' };
}

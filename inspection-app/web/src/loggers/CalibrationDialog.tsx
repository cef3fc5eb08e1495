import { Alert, Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LoggerSummary } from '../api/loggers';
import type { Problem } from '../api/types';
import { useLocal } from '../i18n';
import { Trouble } from '../ui/Loaded';

interface CalibrationDialogProps {
  readonly logger: LoggerSummary;
  readonly factor: string;
  readonly sending: boolean;
  readonly problem: Problem | null;
  readonly agree: () => void;
  readonly close: () => void;
}

/** A calibration acts on a live instrument: whoever orders it types the name of the outlet, so that no click alone does it. */
export function CalibrationDialog({ logger, factor, sending, problem, agree, close }: CalibrationDialogProps) {
  const { t } = useTranslation();
  const local = useLocal();
  const id = useId();
  const [typed, setTyped] = useState('');
  const right = typed.trim().toUpperCase() === logger.outletCode.toUpperCase();
  const outlet = `${logger.outletCode} ${local(logger.outletName)}`;
  return (
    <Modal
      open
      title={t('calibration.title', { outlet })}
      okText={t('calibration.agree')}
      okButtonProps={{ danger: true, disabled: !right }}
      cancelText={t('action.cancel')}
      confirmLoading={sending}
      onOk={agree}
      onCancel={close}
    >
      <Alert type="warning" showIcon title={t('calibration.live')} description={t('calibration.says', { factor })} />
      <p className="spaced">
        <label htmlFor={id}>{t('calibration.type', { code: logger.outletCode })}</label>
        <Input id={id} value={typed} autoComplete="off" className="code" onChange={(event) => setTyped(event.target.value)} />
      </p>
      <Trouble problem={problem} />
    </Modal>
  );
}

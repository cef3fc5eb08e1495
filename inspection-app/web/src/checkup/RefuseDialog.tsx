import { Modal, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../api/client';
import { useRefresh } from '../api/query';
import type { Checkup } from '../api/types';
import { useLocal } from '../i18n';
import { useDoing } from '../ui/hooks';
import { Trouble } from '../ui/Loaded';

/** An enterprise need not say why. */
export function RefuseDialog({ checkup, close }: { readonly checkup: Checkup; readonly close: () => void }) {
  const { t } = useTranslation();
  const local = useLocal();
  const refresh = useRefresh();
  const experts = checkup.appointment?.experts ?? [];
  const [expertId, setExpertId] = useState(experts[0]?.id);
  const refusing = useDoing(async () => {
    await post<Checkup>(`/api/checkups/${checkup.id}/refuse-expert`, { expertId });
    await refresh('/api/checkups');
    close();
  });
  return (
    <Modal
      open
      title={t('refusal.title')}
      okText={t('refusal.refuse')}
      cancelText={t('action.cancel')}
      confirmLoading={refusing.busy}
      onOk={() => void refusing.run()}
      onCancel={close}
    >
      <p>{t('refusal.says')}</p>
      <Radio.Group
        aria-label={t('refusal.who')}
        value={expertId}
        onChange={({ target }) => setExpertId(target.value as string)}
        options={experts.map(({ id, name }) => ({ value: id, label: local(name) }))}
      />
      <Trouble problem={refusing.problem} />
    </Modal>
  );
}

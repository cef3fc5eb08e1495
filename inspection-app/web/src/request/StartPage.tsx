import { FileAddOutlined } from '@ant-design/icons';
import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { remove } from '../api/client';
import { postingOnce } from '../api/once';
import { useApi, useRefresh } from '../api/query';
import { DRAFTS, PROGRAMMES, type Draft, type ListedDraft, type Programme } from '../api/requests';
import { STEPS } from '../domain/draft';
import { beijingMinute } from '../domain/time';
import { useList, useLocal } from '../i18n';
import { ProgrammeCard } from '../programme/ProgrammeCard';
import { useDoing } from '../ui/hooks';
import { Loaded, Trouble } from '../ui/Loaded';
import { Page, Section } from '../ui/Page';

/** Where a request begins: anew, from an invitation, or where it was left. */
export function StartPage() {
  const { t } = useTranslation();
  const drafts = useApi<ListedDraft[]>(DRAFTS);
  const programmes = useApi<Programme[]>(PROGRAMMES);
  const begin = useBegin();
  return (
    <Page
      title={t('request.title')}
      lead={t('request.lead')}
      actions={
        <Button type="primary" size="large" icon={<FileAddOutlined />} loading={begin.busy} onClick={() => void begin.run(null)}>
          {t('wizard.begin')}
        </Button>
      }
    >
      <Trouble problem={begin.problem} />
      <Section title={t('wizard.drafts')} note={t('wizard.draftsNote')}>
        <Loaded query={drafts} rows={2} empty={{ when: (list) => list.length === 0, say: t('wizard.noDrafts') }}>
          {(list) => (
            <ul className="rows">
              {list.map((draft) => (
                <li key={draft.id}>
                  <DraftLine draft={draft} />
                </li>
              ))}
            </ul>
          )}
        </Loaded>
      </Section>
      <Section title={t('programme.forYou')} note={t('programme.forYouNote')}>
        <Loaded query={programmes} rows={2} empty={{ when: (list) => list.length === 0, say: t('programme.noneForYou') }}>
          {(list) => (
            <div className="stack">
              {list.map((programme) => (
                <ProgrammeCard key={programme.id} programme={programme} />
              ))}
            </div>
          )}
        </Loaded>
      </Section>
    </Page>
  );
}

/** Makes a draft and opens it. */
export function useBegin() {
  const navigate = useNavigate();
  const refresh = useRefresh();
  const [postOnce] = useState(postingOnce);
  return useDoing(async (programmeId: string | null) => {
    const draft = await postOnce<Draft>(DRAFTS, { programmeId });
    await refresh(DRAFTS);
    await navigate(`/drafts/${draft.id}`);
  });
}

function DraftLine({ draft }: { readonly draft: ListedDraft }) {
  const { t } = useTranslation();
  const list = useList();
  const local = useLocal();
  const refresh = useRefresh();
  const removing = useDoing(async () => {
    await remove(`${DRAFTS}/${draft.id}`);
    await refresh(DRAFTS);
  });
  const step = STEPS[draft.step] ?? 'scope';
  return (
    <div className="draft-line">
      <div>
        <Link to={`/drafts/${draft.id}`}>{t('wizard.goOn', { step: t(`wizard.step.${step}`) })}</Link>
        <p className="small muted">{t('wizard.savedBy', { at: beijingMinute(draft.changedAt), by: local(draft.changedBy) })}</p>
        {draft.writers.length > 1 && <p className="small muted">{t('wizard.writtenBy', { who: list(draft.writers.map(({ by }) => local(by))) })}</p>}
        <Trouble problem={removing.problem} />
      </div>
      <Popconfirm title={t('wizard.removeSure')} okText={t('wizard.remove')} cancelText={t('action.cancel')} onConfirm={() => void removing.run()}>
        <Button danger loading={removing.busy}>
          {t('wizard.remove')}
        </Button>
      </Popconfirm>
    </div>
  );
}

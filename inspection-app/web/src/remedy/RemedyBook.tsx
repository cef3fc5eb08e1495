import { Button, Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { post } from '../api/client';
import { useApi, useRefresh } from '../api/query';
import { INSTRUMENTS, type Remedy } from '../api/remedies';
import { useAccount } from '../api/session';
import type { Topic } from '../api/types';
import { useDoing } from '../ui/hooks';
import { Loaded, Nothing, Trouble } from '../ui/Loaded';
import { Page, Section } from '../ui/Page';
import { RemedyCard } from './RemedyCard';

const TOPICS: readonly Topic[] = ['calibration', 'networking', 'operation', 'documents', 'sampling'];
const PAGE = 20;

/** What helped elsewhere, for everybody who signs in. */
export function RemedyBook() {
  const { t } = useTranslation();
  const { role } = useAccount();
  const [search, setSearch] = useSearchParams();
  const code = search.get('code') ?? '';
  return (
    <Page title={t('book.title')} lead={t('book.lead')}>
      <div className="stack">
        {(role === 'expert' || role === 'office') && <Waiting />}
        {code !== '' && (
          <p>
            {t('book.forCode', { code })} ·{' '}
            <Link className="text-link" to="/remedies" onClick={() => setSearch({})}>
              {t('book.clearCode')}
            </Link>
          </p>
        )}
        <Search key={code} code={code} office={role === 'office'} />
      </div>
    </Page>
  );
}

function Search({ code, office }: { readonly code: string; readonly office: boolean }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [topic, setTopic] = useState('');
  const [instrument, setInstrument] = useState('');
  const [found, setFound] = useState<readonly Remedy[] | null>(null);
  const [more, setMore] = useState(false);
  const asking = useDoing(async (after: readonly Remedy[]) => {
    const page = await post<Remedy[]>('/api/remedies/search', { text: text.trim(), topic, instrument, code, before: after.at(-1)?.position ?? null });
    setFound([...after, ...page]);
    setMore(page.length === PAGE);
  });
  const { run } = asking;
  useEffect(() => {
    void run([]);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- choices search at once, words when they are sent
  }, [topic, instrument]);
  const narrowed = text !== '' || topic !== '' || instrument !== '' || code !== '';
  return (
    <>
      <search className="tools">
        <Input.Search value={text} onChange={(event) => setText(event.target.value)} onSearch={() => void run([])} maxLength={100} enterButton={t('book.find')} loading={asking.busy} aria-label={t('book.search')} placeholder={t('book.search')} style={{ maxWidth: 480 }} />
        <Select value={topic} onChange={setTopic} aria-label={t('book.topic')} style={{ minWidth: 160 }} options={[{ value: '', label: t('book.anyTopic') }, ...TOPICS.map((value) => ({ value, label: t(`topic.${value}`) }))]} />
        <Select value={instrument} onChange={setInstrument} aria-label={t('book.instrument')} style={{ minWidth: 160 }} options={[{ value: '', label: t('book.anyInstrument') }, ...INSTRUMENTS.map((value) => ({ value, label: t(`book.kind.${value}`) }))]} />
      </search>
      <Trouble problem={asking.problem} />
      <div className="stack" aria-live="polite">
        {found?.length === 0 && <Nothing>{t(narrowed ? 'book.none' : 'book.empty')}</Nothing>}
        {found?.map((remedy) => (
          <RemedyCard key={remedy.id} remedy={remedy}>
            {office && <Withdraw remedy={remedy} gone={() => setFound(found.filter(({ id }) => id !== remedy.id))} />}
          </RemedyCard>
        ))}
        {more && (
          <Button loading={asking.busy} onClick={() => void run(found ?? [])}>
            {t('book.more')}
          </Button>
        )}
      </div>
    </>
  );
}

function Withdraw({ remedy, gone }: { readonly remedy: Remedy; readonly gone: () => void }) {
  const { t } = useTranslation();
  const doing = useDoing(async () => {
    await post(`/api/remedies/${remedy.id}/withdraw`, {});
    gone();
  });
  return (
    <div className="tools">
      <Button type="text" loading={doing.busy} onClick={() => void doing.run()}>
        {t('book.withdraw')}
      </Button>
      <Trouble problem={doing.problem} />
    </div>
  );
}

/** A second pair of eyes before anything is public. */
function Waiting() {
  const { t } = useTranslation();
  const waiting = useApi<Remedy[]>('/api/remedies/waiting');
  if (waiting.data?.length === 0) return null;
  return (
    <Section plain title={t('book.waiting', { count: waiting.data?.length ?? 0 })} note={t('book.waitingNote')}>
      <Loaded query={waiting} rows={2}>
        {(list) => (
          <div className="stack">
            {list.map((remedy) => (
              <RemedyCard key={remedy.id} remedy={remedy}>
                {remedy.mine ? <p className="muted">{t('book.mine')}</p> : <Decide remedy={remedy} />}
              </RemedyCard>
            ))}
          </div>
        )}
      </Loaded>
    </Section>
  );
}

function Decide({ remedy }: { readonly remedy: Remedy }) {
  const { t } = useTranslation();
  const refresh = useRefresh();
  const doing = useDoing(async (publish: boolean) => {
    await post(`/api/remedies/${remedy.id}/decide`, { publish });
    await refresh('/api/remedies');
  });
  return (
    <div className="tools">
      <Button type="primary" loading={doing.busy} onClick={() => void doing.run(true)}>
        {t('book.publish')}
      </Button>
      <Button loading={doing.busy} onClick={() => void doing.run(false)}>
        {t('book.decline')}
      </Button>
      <Trouble problem={doing.problem} />
    </div>
  );
}

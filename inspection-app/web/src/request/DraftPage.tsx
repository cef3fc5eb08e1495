import { App, Button, Form, Steps } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { post } from '../api/client';
import { useApi, useRefresh, useRemember } from '../api/query';
import { DRAFTS, type Draft, type OpenDraft } from '../api/requests';
import { useAccount } from '../api/session';
import type { Checkup, Terms } from '../api/types';
import { contentOf, filled, STEPS, type Filled } from '../domain/draft';
import { beijingDay, beijingMinute } from '../domain/time';
import { useLanguage, useLocal } from '../i18n';
import { useDoing, usePhone } from '../ui/hooks';
import { Loaded, Nothing, Trouble } from '../ui/Loaded';
import { Page, Section } from '../ui/Page';
import { Waiting } from '../ui/Waiting';
import { DayFields, QuestionField, ScopeFields, TopicFields } from './fields';
import { SignStep } from './SignStep';
import './request.css';

/** The only step with lists to choose from and numbers: it comes when it is reached. */
const PlantFields = lazy(() => import('./PlantFields').then((m) => ({ default: m.PlantFields })));

/** A request, a page a step; every step is kept on the server, so that it goes on anywhere. */
export function DraftPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const draft = useApi<Draft>(`${DRAFTS}/${encodeURIComponent(id)}`);
  const terms = useApi<Terms>('/api/terms');
  return (
    <Page title={t('request.title')} lead={t('request.lead')}>
      <Loaded query={draft}>
        {(loaded) => {
          if (!isOpen(loaded)) return <Sealed draft={loaded} />;
          if (loaded.outlets.length === 0) return <Nothing>{t('home.noOutlets')}</Nothing>;
          return <Loaded query={terms}>{(text) => <Wizard key={loaded.id} draft={loaded} terms={text} />}</Loaded>;
        }}
      </Loaded>
    </Page>
  );
}

function isOpen(draft: Draft): draft is OpenDraft {
  return draft.content !== null;
}

/** Written before the reader had the right: somebody who has a copy hands it on by looking. */
function Sealed({ draft }: { readonly draft: Draft }) {
  const { t } = useTranslation();
  const local = useLocal();
  return (
    <div className="card">
      <Nothing>{t('wizard.notSealedForYou', { who: local(draft.changedBy) })}</Nothing>
      <Button onClick={() => window.location.reload()}>{t('dead.reload')}</Button>
    </div>
  );
}

interface WizardProps {
  readonly draft: OpenDraft;
  readonly terms: Terms;
}

function Wizard({ draft, terms }: WizardProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const signs = useAccount().role === 'director';
  const { outlets } = draft;
  const phone = usePhone();
  const navigate = useNavigate();
  const language = useLanguage();
  const refresh = useRefresh();
  const remember = useRemember();
  const [form] = Form.useForm<Filled & { signed: boolean }>();
  const today = beijingDay(new Date());
  const [step, setStep] = useState(Math.min(draft.step, STEPS.length - 1));
  // As this page knows it: what another device saved meanwhile is not passed over, the server says so.
  const [known, setKnown] = useState<Draft>(draft);
  const path = `${DRAFTS}/${draft.id}`;
  const here = STEPS[step] ?? 'scope';
  const values = (): Filled => ({ ...filled(draft, today, outlets.map(({ id }) => id)), ...(form.getFieldsValue(true) as Filled) });
  const save = async (next: number) => {
    const now = values();
    const saved = await post<Draft>(path, { step: next, version: known.version, content: contentOf(now), questions: now.questions });
    setKnown(saved);
    remember<Draft>(path, () => saved);
  };
  /** Says what is missing beside the field, and goes there. */
  const isWhole = async (): Promise<boolean> => {
    try {
      await form.validateFields();
      return true;
    } catch (failure) {
      const first = (failure as { readonly errorFields?: readonly { readonly name: (string | number)[] }[] }).errorFields?.[0];
      if (first) form.scrollToField(first.name, { focus: true });
      return false;
    }
  };
  const going = useDoing(async (next: number) => {
    if (next > step && !(await isWhole())) return;
    await save(next);
    setStep(next);
    window.scrollTo(0, 0);
  });
  const leaving = useDoing(async () => {
    await save(step);
    await refresh(DRAFTS);
    await navigate('/checkups/new');
  });
  const sending = useDoing(async () => {
    if (!(await isWhole())) return;
    const signature = { version: terms.version, language, sha256: terms.sha256[language] };
    const checkup = await post<Checkup>(`${path}/submit`, { terms: signature });
    await Promise.all([refresh('/api/checkups'), refresh('/api/programmes')]);
    await navigate(`/checkups/${checkup.id}`, { replace: true });
  });
  const handing = useDoing(async () => {
    if (!(await isWhole())) return;
    await post(`${path}/ready`, {});
    await refresh(DRAFTS);
    void message.success(t('wizard.handedToDirector'));
    await navigate('/checkups/new');
  });
  const last = here === 'sign';
  const problem = going.problem ?? leaving.problem ?? sending.problem ?? handing.problem;
  return (
    <Form<Filled & { signed: boolean }>
      form={form}
      layout="vertical"
      requiredMark={false}
      scrollToFirstError={{ focus: true }}
      initialValues={{ ...filled(draft, today, outlets.map(({ id }) => id)), signed: false }}
      className="stack"
    >
      {phone ? (
        <p className="muted">{t('wizard.stepOf', { step: step + 1, count: STEPS.length })}</p>
      ) : (
        <Steps
          size="small"
          className="wizard-steps"
          current={step}
          items={STEPS.map((each, index) => ({ title: t(`wizard.step.${each}`), disabled: index > step }))}
          onChange={(next) => void going.run(next)}
        />
      )}
      {last ? (
        <SignStep filled={values()} outlets={outlets} terms={signs ? terms : null} writers={known.writers.map(({ by }) => by)} />
      ) : (
        <Section title={t(`wizard.step.${here}`)} note={t(`wizard.note.${here}`)}>
          {here === 'scope' && <ScopeFields outlets={outlets} today={today} />}
          {here === 'topics' && <TopicFields />}
          {here === 'days' && <DayFields today={today} />}
          {here === 'plant' && (
            <Suspense fallback={<Waiting />}>
              <PlantFields today={today} />
            </Suspense>
          )}
          {here === 'questions' && <QuestionField />}
        </Section>
      )}
      <div className="card form-end">
        <Trouble problem={problem} />
        {problem?.code === 'draft-changed' && <Button onClick={() => window.location.reload()}>{t('dead.reload')}</Button>}
        <div className="tools">
          {step > 0 && <Button onClick={() => void going.run(step - 1)}>{t('wizard.back')}</Button>}
          {last && signs && (
            <Button type="primary" size="large" loading={sending.busy} onClick={() => void sending.run()}>
              {t('request.send')}
            </Button>
          )}
          {last && !signs && (
            <Button type="primary" size="large" loading={handing.busy} onClick={() => void handing.run()}>
              {t('wizard.handToDirector')}
            </Button>
          )}
          {!last && (
            <Button type="primary" size="large" loading={going.busy} onClick={() => void going.run(step + 1)}>
              {t('wizard.next')}
            </Button>
          )}
          <Button type="text" loading={leaving.busy} onClick={() => void leaving.run()}>
            {t('wizard.later')}
          </Button>
        </div>
        <p className="muted small" role="status">
          {t('wizard.saved', { at: beijingMinute(known.changedAt) })} {last && t(signs ? 'request.withdrawable' : 'wizard.directorSends')}
        </p>
      </div>
    </Form>
  );
}

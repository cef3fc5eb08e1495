import { Checkbox, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import type { OutletName } from '../api/requests';
import type { Local, Terms } from '../api/types';
import type { Filled } from '../domain/draft';
import { useList, useLocal } from '../i18n';
import { Section } from '../ui/Page';
import { PlantFacts } from './PlantFacts';

interface SignStepProps {
  readonly filled: Filled;
  readonly outlets: readonly OutletName[];
  /** Null for a colleague, who writes and does not sign. */
  readonly terms: Terms | null;
  /** Who wrote in it, named to whoever signs. */
  readonly writers: readonly Local[];
}

/** Everything once more, who reads what of it, and the exact text that is signed. */
export function SignStep({ filled, outlets, terms, writers }: SignStepProps) {
  const { t } = useTranslation();
  const list = useList();
  const local = useLocal();
  const chosen = outlets.filter(({ id }) => filled.outletIds.includes(id));
  return (
    <>
      <Section title={t('wizard.review')} note={t('wizard.reviewNote')}>
        <dl className="facts">
          <dt>{t('request.outlets')}</dt>
          <dd>{list(chosen.map(({ code, name }) => `${code} ${local(name)}`)) || '—'}</dd>
          <dt>{t('request.topics')}</dt>
          <dd>{list(filled.topics.map((topic) => t(`topic.${topic}`))) || '—'}</dd>
          <dt>{t('checkup.dataSpan')}</dt>
          <dd className="number">{t('checkup.fromUntil', { from: filled.dataFrom, until: filled.dataUntil })}</dd>
          <dt>{t('request.preferredDays')}</dt>
          <dd className="number">{list(filled.preferredDays) || '—'}</dd>
          <dt>{t('request.note')}</dt>
          <dd className="as-written">{filled.note || '—'}</dd>
          <PlantFacts plant={filled.plant} />
          <dt>{t('wizard.questions')}</dt>
          <dd className="as-written">
            {filled.questions || '—'}
            {filled.questions && <p className="small muted">{t('wizard.sealedNote')}</p>}
          </dd>
          <dt>{t('wizard.writers')}</dt>
          <dd>{list(writers.map(local))}</dd>
        </dl>
      </Section>
      {terms && <Signature terms={terms} />}
    </>
  );
}

function Signature({ terms }: { readonly terms: Terms }) {
  const { t } = useTranslation();
  const local = useLocal();
  return (
    <Section title={t('request.terms')} note={t('request.termsNote', { version: terms.version })}>
      <div className="terms" tabIndex={0} role="document" aria-label={t('request.termsText')}>
        {local(terms.text)}
      </div>
      <p className="muted small wrap">
        SHA-256 <code>{local(terms.sha256)}</code>
      </p>
      <Form.Item
        name="signed"
        valuePropName="checked"
        rules={[{ validator: (_, signed: boolean) => (signed ? Promise.resolve() : Promise.reject(new Error(t('request.signMissing')))) }]}
      >
        <Checkbox>{t('request.sign')}</Checkbox>
      </Form.Item>
    </Section>
  );
}

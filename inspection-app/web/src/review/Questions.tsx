import { DeleteOutlined, SendOutlined } from '@ant-design/icons';
import { App, Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { postingOnce } from '../api/once';
import { useRemember } from '../api/query';
import type { Question, QuestionList, Review } from '../api/review';
import { useAccount } from '../api/session';
import { beijingMinute } from '../domain/time';
import { useLocal } from '../i18n';
import { useDoing } from '../ui/hooks';
import { Nothing, Trouble } from '../ui/Loaded';
import { Section } from '../ui/Page';

interface QuestionsProps {
  readonly review: Review;
  readonly path: string;
}

/** Posts a change of the list, and puts the list that comes back in place of the one that is shown. */
function useListed(path: string) {
  const remember = useRemember();
  const [postOnce] = useState(postingOnce);
  return async (rest: string, body: unknown) => {
    const questions = await postOnce<QuestionList>(`${path}/review/${rest}`, body);
    remember<Review>(`${path}/review`, (known) => known && { ...known, questions });
  };
}

/** The one list: written by the experts, sent once, answered by the enterprise. */
export function Questions({ review, path }: QuestionsProps) {
  const { t } = useTranslation();
  const local = useLocal();
  const { role } = useAccount();
  const { questions, sentAt, sentBy } = review.questions;
  const open = review.checkup.state === 'Scheduled' || review.checkup.state === 'InProgress';
  const writing = role === 'expert' && open && sentAt === null;
  const note = sentAt
    ? t('review.questionsSent', { at: beijingMinute(sentAt), by: sentBy ? local(sentBy) : '' })
    : t(role === 'expert' ? 'review.questionsDraft' : 'review.questionsWaiting');
  return (
    <Section title={t('review.questions')} note={note}>
      {questions.length === 0 && role === 'expert' && <Nothing>{t('review.questionsNone')}</Nothing>}
      <ol className="questions">
        {questions.map((question) => (
          <li key={question.id}>
            <Asked question={question} />
            {writing && <Drop question={question} path={path} />}
            {sentAt && role === 'director' && open && <ReplyForm question={question} path={path} />}
          </li>
        ))}
      </ol>
      {writing && <AskForm review={review} path={path} />}
      {writing && questions.length > 0 && <Send count={questions.length} path={path} />}
    </Section>
  );
}

function Asked({ question }: { readonly question: Question }) {
  const { t } = useTranslation();
  const local = useLocal();
  const { reply } = question;
  return (
    <>
      <p className="as-written">
        <strong>{question.text}</strong>
        {question.itemId && <span className="muted small"> {t('review.about', { item: question.itemId })}</span>}
      </p>
      {reply ? (
        <p className="as-written reply">
          <span className="muted small">{t('review.replied', { by: local(reply.by), at: beijingMinute(reply.at) })}</span>
          {reply.text}
        </p>
      ) : (
        <p className="muted small">{t('review.unanswered')}</p>
      )}
    </>
  );
}

function Drop({ question, path }: { readonly question: Question; readonly path: string }) {
  const { t } = useTranslation();
  const listed = useListed(path);
  const dropping = useDoing(() => listed('questions/drop', { question: question.id }));
  return (
    <>
      <Button size="small" icon={<DeleteOutlined />} loading={dropping.busy} onClick={() => void dropping.run()} aria-label={`${t('review.drop')}: ${question.text}`}>
        {t('review.drop')}
      </Button>
      <Trouble problem={dropping.problem} />
    </>
  );
}

interface Filled {
  readonly text: string;
  readonly itemId?: string | null;
}

function AskForm({ review, path }: QuestionsProps) {
  const { t } = useTranslation();
  const local = useLocal();
  const listed = useListed(path);
  const [form] = Form.useForm<Filled>();
  const asking = useDoing(async ({ text, itemId = null }: Filled) => {
    await listed('questions', { text: text.trim(), itemId });
    form.resetFields();
  });
  return (
    <Form<Filled> name="ask" form={form} layout="vertical" requiredMark={false} onFinish={(filled) => void asking.run(filled)}>
      <Form.Item name="text" label={t('review.question')} rules={[{ required: true, whitespace: true, message: t('review.needText') }]}>
        <Input.TextArea rows={2} maxLength={1000} />
      </Form.Item>
      <Form.Item name="itemId" label={t('review.aboutItem')}>
        <Select allowClear options={review.checklist.items.map((item) => ({ value: item.id, label: `${item.id} ${local(item.question)}` }))} />
      </Form.Item>
      <Trouble problem={asking.problem} />
      <Button htmlType="submit" loading={asking.busy}>
        {t('review.ask')}
      </Button>
    </Form>
  );
}

/** There is no second list, so it is asked about. */
function Send({ count, path }: { readonly count: number; readonly path: string }) {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const listed = useListed(path);
  const sending = useDoing(() => listed('questions/send', {}));
  const ask = () =>
    modal.confirm({
      title: t('review.sendAsk'),
      content: t('review.sendSays', { count }),
      okText: t('review.send'),
      cancelText: t('action.cancel'),
      onOk: () => sending.run(),
    });
  return (
    <div className="send-list">
      <Button type="primary" icon={<SendOutlined />} loading={sending.busy} onClick={ask}>
        {t('review.send')}
      </Button>
      <Trouble problem={sending.problem} />
    </div>
  );
}

function ReplyForm({ question, path }: { readonly question: Question; readonly path: string }) {
  const { t } = useTranslation();
  const listed = useListed(path);
  const [form] = Form.useForm<{ readonly text: string }>();
  const [open, setOpen] = useState(question.reply === null);
  const replying = useDoing(async ({ text }: { readonly text: string }) => {
    await listed('replies', { question: question.id, text: text.trim() });
    form.resetFields();
    setOpen(false);
  });
  if (!open) {
    return (
      <Button size="small" onClick={() => setOpen(true)} aria-label={`${t('review.replyAgain')}: ${question.text}`}>
        {t('review.replyAgain')}
      </Button>
    );
  }
  return (
    <Form name={`reply-${question.id}`} form={form} layout="vertical" requiredMark={false} onFinish={(filled: { readonly text: string }) => void replying.run(filled)}>
      <Form.Item name="text" label={t('review.reply')} rules={[{ required: true, whitespace: true, message: t('review.needText') }]}>
        <Input.TextArea rows={2} maxLength={1000} aria-label={`${t('review.reply')}: ${question.text}`} />
      </Form.Item>
      <Trouble problem={replying.problem} />
      <Button type="primary" htmlType="submit" loading={replying.busy}>
        {t('review.reply')}
      </Button>
    </Form>
  );
}

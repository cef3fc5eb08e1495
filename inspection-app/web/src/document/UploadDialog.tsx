import { UploadOutlined } from '@ant-design/icons';
import { Button, Form, Input, Modal, Select } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v4 as newKey } from 'uuid';
import { sendDocument, type Documents } from '../api/documents';
import { useApi, useRefresh } from '../api/query';
import type { OutletSummary } from '../api/types';
import { sizeText } from '../domain/need';
import { useLocal } from '../i18n';
import { useDoing } from '../ui/hooks';
import { Trouble } from '../ui/Loaded';

/** What is known of a document before its file is chosen. */
export interface Wanted {
  readonly paperId: string | null;
  readonly kind: string | null;
  readonly outletId: number | null;
  readonly factor: string | null;
  readonly title: string;
  readonly number?: string;
  readonly issuer?: string;
}

interface Filled {
  readonly kind: string;
  readonly outletId?: number | null;
  readonly title: string;
  readonly number?: string;
  readonly issuer?: string;
  readonly issuedOn?: string;
  readonly validUntil?: string;
}

interface UploadDialogProps {
  readonly wanted: Wanted;
  readonly kinds: Documents['kinds'];
  readonly close: () => void;
}

const LARGEST = 10_000_000;

export function UploadDialog({ wanted, kinds, close }: UploadDialogProps) {
  const { t } = useTranslation();
  const local = useLocal();
  const refresh = useRefresh();
  const outlets = useApi<OutletSummary[]>('/api/outlets');
  const [form] = Form.useForm<Filled>();
  const [file, setFile] = useState<File | null>(null);
  // The same file and words sent again after an answer that got lost are kept once.
  const [key] = useState(() => newKey());
  const sending = useDoing(async (filled: Filled) => {
    if (!file) return;
    const outletId = filled.outletId ?? null;
    await sendDocument(
      file,
      {
        paperId: wanted.paperId,
        kind: filled.kind,
        outletId,
        factor: outletId === wanted.outletId ? wanted.factor : null,
        title: filled.title.trim(),
        number: filled.number?.trim() ?? '',
        issuer: filled.issuer?.trim() ?? '',
        issuedOn: filled.issuedOn || null,
        validUntil: filled.validUntil || null,
      },
      key,
    );
    await refresh('/api/documents');
    close();
  });
  const missing = [{ required: true, whitespace: true, message: t('documents.missingField') }];
  const places = (outlets.data ?? []).map(({ id, code, name }) => ({ value: id, label: `${code} ${local(name)}` }));
  return (
    <Modal
      open
      title={t(wanted.paperId ? 'documents.newVersion' : 'documents.upload')}
      okText={t('documents.send')}
      cancelText={t('action.cancel')}
      onCancel={close}
      onOk={() => form.submit()}
      okButtonProps={{ disabled: !file || file.size > LARGEST, loading: sending.busy }}
    >
      <Form<Filled>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ kind: wanted.kind, outletId: wanted.outletId, title: wanted.title, number: wanted.number, issuer: wanted.issuer }}
        onFinish={(filled) => void sending.run(filled)}
      >
        <FileChooser file={file} choose={setFile} />
        <Form.Item name="kind" label={t('documents.kind')} rules={[{ required: true, message: t('documents.missingField') }]}>
          <Select options={kinds.map(({ id, name }) => ({ value: id, label: local(name) }))} />
        </Form.Item>
        <Form.Item name="outletId" label={t('documents.place')}>
          <Select allowClear placeholder={t('documents.wholeSite')} options={places} />
        </Form.Item>
        <Form.Item name="title" label={t('documents.title')} rules={missing}>
          <Input maxLength={120} />
        </Form.Item>
        <Form.Item name="number" label={t('documents.number')}>
          <Input maxLength={120} />
        </Form.Item>
        <Form.Item name="issuer" label={t('documents.issuer')}>
          <Input maxLength={120} />
        </Form.Item>
        <div className="two-fields">
          <Form.Item name="issuedOn" label={t('documents.issuedOn')}>
            <Input type="date" />
          </Form.Item>
          <Form.Item name="validUntil" label={t('documents.validUntil')} extra={t('documents.validUntilNote')}>
            <Input type="date" />
          </Form.Item>
        </div>
        <Trouble problem={sending.problem} />
      </Form>
      <p className="muted small">{t('documents.sealed')}</p>
    </Modal>
  );
}

function FileChooser({ file, choose }: { readonly file: File | null; readonly choose: (file: File) => void }) {
  const { t } = useTranslation();
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <div className="file-chooser">
      <input
        ref={chooser}
        type="file"
        accept="application/pdf,image/jpeg,image/png"
        className="hidden-words"
        tabIndex={-1}
        aria-label={t('documents.chooseFile')}
        onChange={(event) => {
          const chosen = event.target.files?.[0];
          if (chosen) choose(chosen);
        }}
      />
      <Button icon={<UploadOutlined />} onClick={() => chooser.current?.click()}>
        {t('documents.chooseFile')}
      </Button>
      <p role="status" className={file && file.size > LARGEST ? 'trouble' : 'muted'}>
        {file ? t(file.size > LARGEST ? 'documents.tooLarge' : 'documents.chosen', { name: file.name, size: sizeText(file.size) }) : t('documents.which')}
      </p>
    </div>
  );
}

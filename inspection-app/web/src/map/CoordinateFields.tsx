import { Form, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RANGE, readPoint, toWgs84, type Point, type PointSystem } from '../domain/coordinates';

const SYSTEMS: readonly PointSystem[] = ['wgs84', 'gcj02', 'bd09'];

/** Longitude and latitude in WGS-84; what was copied from a shifted map is moved back before it is kept. */
export function CoordinateFields({ name }: { readonly name: readonly string[] }) {
  const { t } = useTranslation();
  const form = Form.useFormInstance();
  const [pasted, setPasted] = useState('');
  const [system, setSystem] = useState<PointSystem>('wgs84');
  const point = readPoint(pasted);
  const take = (text: string, from: PointSystem) => {
    setPasted(text);
    setSystem(from);
    const read = readPoint(text);
    if (read) setAt(form, name, toWgs84(read, from));
  };
  const both = { validator: async () => {
    if ((form.getFieldValue([...name, 'longitude']) == null) !== (form.getFieldValue([...name, 'latitude']) == null)) throw new Error(t('place.both'));
  } };
  return (
    <>
      <div className="form-grid">
        <Form.Item label={t('place.system')} htmlFor={`${name.join('-')}-system`}>
          <Select id={`${name.join('-')}-system`} value={system} onChange={(from) => take(pasted, from)} options={SYSTEMS.map((value) => ({ value, label: t(`place.${value}`) }))} />
        </Form.Item>
        <Form.Item
          label={t('place.paste')}
          htmlFor={`${name.join('-')}-paste`}
          extra={t('place.pasteHelp')}
          {...(pasted.trim() !== '' && !point ? { validateStatus: 'warning' as const, help: t('place.pasteWrong') } : {})}
        >
          <Input id={`${name.join('-')}-paste`} value={pasted} maxLength={80} autoComplete="off" onChange={(event) => take(event.target.value, system)} />
        </Form.Item>
        <Form.Item name={[...name, 'longitude']} label={t('place.longitude')} dependencies={[[...name, 'latitude']]} rules={[{ type: 'number', min: RANGE.west, max: RANGE.east, message: t('place.eastRange', RANGE) }, both]}>
          <InputNumber step={0.0001} />
        </Form.Item>
        <Form.Item name={[...name, 'latitude']} label={t('place.latitude')} dependencies={[[...name, 'longitude']]} rules={[{ type: 'number', min: RANGE.south, max: RANGE.north, message: t('place.northRange', RANGE) }, both]}>
          <InputNumber step={0.0001} />
        </Form.Item>
      </div>
      <p className="small muted">{t('place.systemHelp')}</p>
    </>
  );
}

export function setAt(form: ReturnType<typeof Form.useFormInstance>, name: readonly string[], { longitude, latitude }: Point): void {
  form.setFieldValue([...name, 'longitude'], longitude);
  form.setFieldValue([...name, 'latitude'], latitude);
}

/** Two emptied numbers are no point, which the form does not say by itself. */
export function pointOf(at: { readonly longitude?: number | null; readonly latitude?: number | null } | null | undefined): Point | null {
  return at?.longitude == null || at.latitude == null ? null : { longitude: at.longitude, latitude: at.latitude };
}

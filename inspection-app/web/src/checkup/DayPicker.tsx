import { CloseOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

interface DayPickerProps {
  readonly earliest: string;
  readonly most: number;
  /** Given by the form. */
  readonly id?: string;
  readonly value?: readonly string[];
  readonly onChange?: (days: readonly string[]) => void;
}

/** A few days, each chosen with the device's own calendar. */
export function DayPicker({ earliest, most, id, value = [], onChange }: DayPickerProps) {
  const { t } = useTranslation();
  const [day, setDay] = useState('');
  const full = value.length >= most;
  const add = () => {
    if (day >= earliest && !value.includes(day)) onChange?.([...value, day].sort());
    setDay('');
  };
  return (
    <>
      <div className="tools">
        <Input id={id} type="date" className="day-input" min={earliest} value={day} disabled={full} onChange={(event) => setDay(event.target.value)} />
        <Button icon={<PlusOutlined />} onClick={add} disabled={full || day < earliest}>
          {t('request.addDay')}
        </Button>
      </div>
      {value.length > 0 && (
        <ul className="days" aria-label={t('request.chosenDays')}>
          {value.map((chosen) => (
            <li key={chosen}>
              <span className="number">{chosen}</span>
              <Button
                type="text"
                size="small"
                icon={<CloseOutlined />}
                aria-label={t('request.removeDay', { day: chosen })}
                onClick={() => onChange?.(value.filter((other) => other !== chosen))}
              />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

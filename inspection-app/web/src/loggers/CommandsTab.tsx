import { useTranslation } from 'react-i18next';
import type { Command } from '../api/loggers';
import { useOlder } from '../api/older';
import { EVERY } from '../api/query';
import { Loaded } from '../ui/Loaded';
import { OlderButton } from '../ui/OlderButton';
import { Section } from '../ui/Page';
import { CommandForm } from './CommandForm';
import { Journal } from './Journal';
import type { OfLogger } from './LoggerPage';

/** What the logger is told, and the journal of everything it was ever told. */
export function CommandsTab({ logger, path }: OfLogger) {
  const { t } = useTranslation();
  const commands = useOlder<Command>(`${path}/commands`, EVERY.live);
  return (
    <div className="stack">
      <Section title={t('command.order')} note={t('command.orderNote')}>
        <CommandForm logger={logger} path={path} />
      </Section>
      <Section title={t('command.journal')} note={t('command.journalNote')}>
        <Loaded query={commands} empty={{ when: (list) => list.length === 0, say: t('command.none') }}>
          {(list) => <Journal commands={list} path={path} />}
        </Loaded>
        <OlderButton query={commands} />
      </Section>
    </div>
  );
}

import { BellOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { useUnread } from '../api/notices';
import './notice.css';

/** In the header of every page: how much there is that was not read yet. */
export function Bell() {
  const { t } = useTranslation();
  const count = useUnread().data?.unread ?? 0;
  return (
    <NavLink to="/notices" className="bell" aria-label={t('notice.bell', { count })} title={t('notice.title')}>
      <BellOutlined aria-hidden="true" />
      {count > 0 && (
        <span className="bell-count" aria-hidden="true">
          {count > 99 ? '99+' : count}
        </span>
      )}
    </NavLink>
  );
}

import { LogoutOutlined, UserOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { NavLink, Outlet, useNavigate } from 'react-router';
import { useAccount, useSession } from '../api/session';
import type { Role } from '../api/types';
import { useLocal } from '../i18n';
import { useDoing } from '../ui/hooks';
import { Mark } from './Brand';
import { Footer } from './Footer';
import { LanguageSwitch } from './LanguageSwitch';

const PLACES = {
  director: [
    ['/', 'nav.today'],
    ['/checkups', 'nav.checkups'],
  ],
  expert: [['/', 'nav.visits']],
  office: [['/', 'nav.board']],
} as const satisfies Record<Role, readonly (readonly [string, string])[]>;

export function Shell() {
  const { t } = useTranslation();
  return (
    <div className="shell">
      <a className="skip" href="#content">
        {t('nav.skip')}
      </a>
      <header className="top">
        <div className="top-inner">
          <NavLink to="/" className="brand" aria-label={t('nav.brand')}>
            <Mark />
            <span>{t('nav.name')}</span>
          </NavLink>
          <Places />
          <div className="top-end">
            <LanguageSwitch />
            <Person />
          </div>
        </div>
      </header>
      <main id="content" tabIndex={-1}>
        <Outlet />
      </main>
      <Footer />
    </div>
  );
}

function Places() {
  const { t } = useTranslation();
  const { role } = useAccount();
  return (
    <nav aria-label={t('nav.main')} className="places">
      {PLACES[role].map(([to, name]) => (
        <NavLink key={to} to={to} end={to === '/'}>
          {t(name)}
        </NavLink>
      ))}
    </nav>
  );
}

function Person() {
  const { t } = useTranslation();
  const local = useLocal();
  const account = useAccount();
  const { left } = useSession();
  const navigate = useNavigate();
  const leaving = useDoing(async () => {
    await left();
    await navigate('/sign-in');
  });
  const site = account.site ? local(account.site.name) : t(`role.${account.role}`);
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'who', type: 'group', label: `${local(account.name)} · ${site}` },
          { key: 'out', icon: <LogoutOutlined />, label: t('nav.signOut') },
        ],
        onClick: ({ key }) => key === 'out' && void leaving.run(),
      }}
    >
      <Button type="text" icon={<UserOutlined />} aria-label={t('nav.account', { name: local(account.name) })}>
        <span className="person-name">{local(account.name)}</span>
      </Button>
    </Dropdown>
  );
}

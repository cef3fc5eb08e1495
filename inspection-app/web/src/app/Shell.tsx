import { LogoutOutlined, UserOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, NavLink, Outlet, useLocation, useNavigate } from 'react-router';
import { useAccount, useSession } from '../api/session';
import type { Account, Role, SiteRight } from '../api/types';
import { useLocal } from '../i18n';
import { Bell } from '../notice/Bell';
import { useDoing } from '../ui/hooks';
import { Mark } from './Brand';
import { CodeReminder, useCodeReminder } from './CodeReminder';
import { Footer } from './Footer';
import { LanguageSwitch } from './LanguageSwitch';
import { Waiting } from '../ui/Waiting';

const PLACES = {
  director: [
    ['/', 'nav.today'],
    ['/checkups', 'nav.checkups'],
    ['/documents', 'nav.documents'],
    ['/loggers', 'nav.loggers'],
    ['/enterprise', 'nav.enterprise'],
    ['/remedies', 'nav.remedies'],
    ['/inspector', 'nav.inspector'],
  ],
  colleague: [
    ['/', 'nav.today'],
    ['/checkups', 'nav.checkups'],
    ['/documents', 'nav.documents'],
    ['/loggers', 'nav.loggers'],
    ['/inspector', 'nav.inspector'],
  ],
  expert: [
    ['/', 'nav.visits'],
    ['/experts/me', 'nav.ownProfile'],
    ['/remedies', 'nav.remedies'],
    ['/inspector', 'nav.inspector'],
  ],
  office: [
    ['/', 'nav.board'],
    ['/calendar', 'nav.calendar'],
    ['/experts', 'nav.experts'],
    ['/programmes', 'nav.programmes'],
    ['/enterprises', 'nav.enterprises'],
    ['/entries', 'nav.entries'],
    ['/remedies', 'nav.remedies'],
    ['/inspector', 'nav.inspector'],
  ],
  gatekeeper: [
    ['/', 'nav.checkups'],
    ['/complaints', 'nav.complaints'],
  ],
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
            <Bell />
            <LanguageSwitch />
            <Person />
          </div>
        </div>
      </header>
      <main id="content" tabIndex={-1}>
        <Content />
      </main>
      <Footer />
    </div>
  );
}

/** The page, as soon as it is known whether the reminder stands above it: nothing pushes down what is being read. */
function Content() {
  const { isPending } = useCodeReminder();
  return (
    <>
      {isPending && <Waiting />}
      <div hidden={isPending}>
        <CodeReminder />
        <Outlet />
      </div>
    </>
  );
}

/** A colleague is led only where one of the rights opens something. */
const OPENED_BY: Readonly<Record<string, readonly SiteRight[]>> = { '/checkups': ['requests', 'findings'], '/documents': ['documents'], '/loggers': ['loggers'] };

function opensTo({ rights }: Account, to: string): boolean {
  return OPENED_BY[to]?.some((right) => rights.includes(right)) ?? true;
}

function Places() {
  const { t } = useTranslation();
  const account = useAccount();
  const places = PLACES[account.role].filter(([to]) => account.role !== 'colleague' || opensTo(account, to));
  const row = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  useEffect(() => bringHere(row.current), [pathname]);
  return (
    <nav aria-label={t('nav.main')} className="places" ref={row}>
      {places.map(([to, name]) => (
        <NavLink key={to} to={to} end={to === '/'}>
          {t(name)}
        </NavLink>
      ))}
    </nav>
  );
}

/** Where not all places fit, the one that is open stands in the middle. */
function bringHere(row: HTMLElement | null): void {
  const open = row?.querySelector<HTMLElement>('.active');
  if (row && open) row.scrollLeft = open.offsetLeft - (row.clientWidth - open.offsetWidth) / 2;
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
    <>
      <Link className="person" title={site} to="/me">
        <UserOutlined aria-hidden="true" />
        <span>
          <span className="hidden-words">{t('nav.account')}</span>
          {local(account.name)}
        </span>
      </Link>
      <Button type="text" icon={<LogoutOutlined />} aria-label={t('nav.signOut')} title={t('nav.signOut')} loading={leaving.busy} onClick={() => void leaving.run()}>
        <span className="wide-only">{t('nav.signOut')}</span>
      </Button>
    </>
  );
}

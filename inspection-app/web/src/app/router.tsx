import { startTransition, useEffect, useState, type ComponentType, type ReactNode } from 'react';
import { createBrowserRouter, Navigate, useLocation } from 'react-router';
import { useSession } from '../api/session';
import type { Role, SiteRight } from '../api/types';
import { NoPermission, NotFound } from './Dead';
import { Broken } from './Broken';
import { Shell } from './Shell';
import { Waiting } from '../ui/Waiting';

const SignIn = page(() => import('./SignIn').then((m) => m.SignIn));
const DirectorHome = desk(() => Promise.all([import('../home/DirectorHome').then((m) => m.DirectorHome), import('../i18n/enterprise').then((m) => m.addEnterpriseWords()), import('../i18n/follow').then((m) => m.addFollowWords())]).then(([component]) => component));
const ColleagueHome = described(() => import('../home/ColleagueHome').then((m) => m.ColleagueHome));
const OutletPage = page(() => import('../outlet/OutletPage').then((m) => m.OutletPage));
const PersonPage = described(() => import('../person/PersonPage').then((m) => m.PersonPage));
const RecoverPage = page(() => import('../person/RecoverPage').then((m) => m.RecoverPage));
const CheckupList = desk(() => import('../checkup/CheckupList').then((m) => m.CheckupList));
const CheckupPage = desk(() => Promise.all([import('../checkup/CheckupPage').then((m) => m.CheckupPage), import('../i18n/follow').then((m) => m.addFollowWords()), import('../i18n/pledge').then((m) => m.addPledgeWords())]).then(([component]) => component));
const PledgePage = page(() => Promise.all([import('../pledge/PledgePage').then((m) => m.PledgePage), import('../i18n/pledge').then((m) => m.addPledgeWords())]).then(([component]) => component));
const StartPage = desk(() => import('../request/StartPage').then((m) => m.StartPage));
const DraftPage = desk(() => import('../request/DraftPage').then((m) => m.DraftPage));
const ChangePage = desk(() => import('../request/ChangePage').then((m) => m.ChangePage));
const ProgrammesPage = desk(() => import('../programme/ProgrammesPage').then((m) => m.ProgrammesPage));
const ProgrammePage = desk(() => import('../programme/ProgrammePage').then((m) => m.ProgrammePage));
const ProgrammeFormPage = desk(() => import('../programme/ProgrammeFormPage').then((m) => m.ProgrammeFormPage));
const VisitPage = page(() => import('../visit/VisitPage').then((m) => m.VisitPage));
const ReportPage = tracked(() => import('../report/ReportPage').then((m) => m.ReportPage));
const PolicyPage = page(() => import('../policy/PolicyPage').then((m) => m.PolicyPage));
const StatisticsPage = page(() => import('../statistics/StatisticsPage').then((m) => m.StatisticsPage));
const ComplaintsPage = page(() => import('../complaint/ComplaintsPage').then((m) => m.ComplaintsPage));
const NoticesPage = page(() => import('../notice/NoticesPage').then((m) => m.NoticesPage));
const SlipPage = entered(() => import('../checkup/SlipPage').then((m) => m.SlipPage));
const CalendarPage = teamed(() => import('../planning/CalendarPage').then((m) => m.CalendarPage));
const ExpertsPage = teamed(() => import('../expertise/ExpertsPage').then((m) => m.ExpertsPage));
const ProfilePage = teamed(() => import('../expertise/ProfilePage').then((m) => m.ProfilePage));
const SiteTiesPage = teamed(() => import('../expertise/SiteTiesPage').then((m) => m.SiteTiesPage));
const OfficeBoard = desk(() => Promise.all([import('../office/OfficeBoard').then((m) => m.OfficeBoard), import('../i18n/follow').then((m) => m.addFollowWords())]).then(([component]) => component));
const LoggersPage = worded(() => import('../loggers/LoggersPage').then((m) => m.LoggersPage));
const LoggerPage = worded(() => import('../loggers/LoggerPage').then((m) => m.LoggerPage));
const RegisterLoggerPage = worded(() => import('../loggers/RegisterLoggerPage').then((m) => m.RegisterLoggerPage));
const RegistrationPage = described(() => import('../enterprise/RegistrationPage').then((m) => m.RegistrationPage));
const EnterprisePage = described(() => import('../enterprise/EnterprisePage').then((m) => m.EnterprisePage));
const LatePage = desk(() => Promise.all([import('../office/LatePage').then((m) => m.LatePage), import('../i18n/follow').then((m) => m.addFollowWords())]).then(([component]) => component));
const EnterprisesPage = described(() => import('../office/EnterprisesPage').then((m) => m.EnterprisesPage));
const MapPage = described(() => import('../map/MapPage').then((m) => m.MapPage));
const NewOutletPage = worded(() => import('../register/NewOutletPage').then((m) => m.NewOutletPage));
const OutletSettingsPage = worded(() => import('../register/OutletSettingsPage').then((m) => m.OutletSettingsPage));
const InspectorPage = worded(() => import('../inspector/InspectorPage').then((m) => m.InspectorPage));

const GatePage = entered(() => import('../entry/GatePage').then((m) => m.GatePage));
const EntriesPage = entered(() => import('../entry/EntriesPage').then((m) => m.EntriesPage));
const DocumentsPage = documented(() => import('../document/DocumentsPage').then((m) => m.DocumentsPage));
const ReviewPage = documented(() => import('../review/ReviewPage').then((m) => m.ReviewPage));

const FollowUpPage = tracked(() => import('../followup/FollowUpPage').then((m) => m.FollowUpPage));
const VerifyPage = tracked(() => import('../certificate/VerifyPage').then((m) => m.VerifyPage));
const CertificatesPage = tracked(() => import('../certificate/CertificatesPage').then((m) => m.CertificatesPage));
const DashboardPage = tracked(() => import('../office/DashboardPage').then((m) => m.DashboardPage));
const RemedyBook = tracked(() => import('../remedy/RemedyBook').then((m) => m.RemedyBook));

const AccessPage = page(() =>
  Promise.all([import('../access/AccessPage').then((m) => m.AccessPage), import('../i18n/access').then((m) => m.addAccessWords())]).then(([component]) => component),
);

/** Every page is its own file to load, so that the first one comes quickly. */
function page(load: () => Promise<ComponentType>) {
  let known: ComponentType | undefined;
  // Not React's lazy: it holds back for 300 ms what comes sooner, and waits again for a page that was here before.
  function Later() {
    const [Content, setContent] = useState(() => known);
    const [failure, setFailure] = useState<{ readonly cause: unknown } | null>(null);
    useEffect(() => {
      if (known) return;
      load().then(
        (component) => {
          known = component;
          startTransition(() => setContent(() => component));
        },
        (cause: unknown) => setFailure({ cause }),
      );
    }, []);
    if (failure) throw failure.cause;
    return Content ? <Content /> : <Waiting />;
  }
  return <Later />;
}

/** A page about loggers, whose many words come with the first of them. */
function worded(load: () => Promise<ComponentType>) {
  return described(() => Promise.all([load(), import('../i18n/loggers').then((m) => m.addLoggerWords())]).then(([component]) => component));
}

/** A page about the enterprise and what its outlets are like. */
function described(load: () => Promise<ComponentType>) {
  return page(() => Promise.all([load(), import('../i18n/enterprise').then((m) => m.addEnterpriseWords())]).then(([component]) => component));
}

/** A page about what comes after the visit. */
function tracked(load: () => Promise<ComponentType>) {
  return page(() => Promise.all([load(), import('../i18n/follow').then((m) => m.addFollowWords())]).then(([component]) => component));
}

/** A page about documents, whose words come with the first of them. */
function documented(load: () => Promise<ComponentType>) {
  return page(() => Promise.all([load(), import('../i18n/documents').then((m) => m.addDocumentWords())]).then(([component]) => component));
}

/** A page about experts and the calendar, whose words come with the first of them. */
function teamed(load: () => Promise<ComponentType>) {
  return page(() => Promise.all([load(), import('../i18n/team').then((m) => m.addTeamWords())]).then(([component]) => component));
}

/** A page about coming through the gate, whose words come with the first of them. */
function entered(load: () => Promise<ComponentType>) {
  return page(() => Promise.all([load(), import('../i18n/entry').then((m) => m.addEntryWords())]).then(([component]) => component));
}

/** A page of the way of a check-up, with its words. */
function desk(load: () => Promise<ComponentType>) {
  return page(() => Promise.all([load(), import('../i18n/desk').then((m) => m.addDeskWords())]).then(([component]) => component));
}

/** Only for signed-in people; whoever is not comes back to this place after the sign-in. */
function SignedIn({ children }: { readonly children: ReactNode }) {
  const { account } = useSession();
  const { pathname, search } = useLocation();
  if (account) return children;
  const to = pathname === '/' ? '/sign-in' : `/sign-in?to=${encodeURIComponent(pathname + search)}`;
  return <Navigate to={to} replace />;
}

interface OnlyProps {
  readonly roles: readonly Role[];
  /** A colleague comes in with one of these rights; the server decides what the page gets. */
  readonly may?: readonly SiteRight[];
  /** Only for the head of the office. */
  readonly head?: boolean;
  readonly children: ReactNode;
}

function Only({ roles, may = [], head = false, children }: OnlyProps) {
  const { account } = useSession();
  const open = account?.role === 'colleague' ? may.some((right) => account.rights.includes(right)) : account && roles.includes(account.role);
  return open && (!head || account?.head) ? children : <NoPermission />;
}

function Home() {
  const { account } = useSession();
  if (account?.role === 'director') return DirectorHome;
  if (account?.role === 'colleague') return ColleagueHome;
  return account?.role === 'office' ? OfficeBoard : CheckupList;
}

export const router = createBrowserRouter([
  { path: '/sign-in', element: SignIn, errorElement: <Broken /> },
  { path: '/register', element: RegistrationPage, errorElement: <Broken /> },
  { path: '/entry', element: GatePage, errorElement: <Broken /> },
  { path: '/verify/:code', element: VerifyPage, errorElement: <Broken /> },
  { path: '/recover', element: RecoverPage, errorElement: <Broken /> },
  {
    element: (
      <SignedIn>
        <Shell />
      </SignedIn>
    ),
    errorElement: <Broken />,
    children: [
      { path: '/', element: <Home /> },
      { path: '/outlets/new', element: <Only roles={['director']} may={['loggers']}>{NewOutletPage}</Only> },
      { path: '/outlets/:id/settings', element: <Only roles={['director']} may={['readings', 'loggers']}>{OutletSettingsPage}</Only> },
      { path: '/outlets/:id/:tab?', element: <Only roles={['director', 'expert']} may={['readings']}>{OutletPage}</Only> },
      { path: '/enterprise', element: <Only roles={['director']}>{EnterprisePage}</Only> },
      { path: '/late', element: <Only roles={['office']} head>{LatePage}</Only> },
      { path: '/enterprises', element: <Only roles={['office']}>{EnterprisesPage}</Only> },
      { path: '/map', element: <Only roles={['director']}>{MapPage}</Only> },
      { path: '/terms', element: PolicyPage },
      { path: '/statistics', element: StatisticsPage },
      { path: '/complaints', element: <Only roles={['director', 'gatekeeper']}>{ComplaintsPage}</Only> },
      { path: '/checkups', element: CheckupList },
      { path: '/checkups/new', element: <Only roles={['director']} may={['requests']}>{StartPage}</Only> },
      { path: '/drafts/:id', element: <Only roles={['director']} may={['requests']}>{DraftPage}</Only> },
      { path: '/checkups/:id/change', element: <Only roles={['director']}>{ChangePage}</Only> },
      { path: '/programmes', element: <Only roles={['director', 'office']} may={['requests']}>{ProgrammesPage}</Only> },
      { path: '/programmes/new', element: <Only roles={['office']}>{ProgrammeFormPage}</Only> },
      { path: '/programmes/:id', element: <Only roles={['director', 'office']} may={['requests']}>{ProgrammePage}</Only> },
      { path: '/programmes/:id/edit', element: <Only roles={['office']}>{ProgrammeFormPage}</Only> },
      { path: '/checkups/:id', element: CheckupPage },
      { path: '/checkups/:id/slip', element: SlipPage },
      { path: '/checkups/:id/pledge', element: PledgePage },
      { path: '/checkups/:id/review', element: <Only roles={['director', 'expert']} may={['findings']}>{ReviewPage}</Only> },
      { path: '/checkups/:id/visit', element: <Only roles={['director', 'expert']} may={['findings']}>{VisitPage}</Only> },
      { path: '/checkups/:id/report', element: <Only roles={['director', 'expert']} may={['findings']}>{ReportPage}</Only> },
      { path: '/checkups/:id/follow-up', element: <Only roles={['director', 'expert']}>{FollowUpPage}</Only> },
      { path: '/dashboard', element: <Only roles={['office']}>{DashboardPage}</Only> },
      { path: '/certificates', element: <Only roles={['office']}>{CertificatesPage}</Only> },
      { path: '/remedies', element: RemedyBook },
      { path: '/checkups/:id/access', element: <Only roles={['director']}>{AccessPage}</Only> },
      { path: '/entries', element: <Only roles={['office']}>{EntriesPage}</Only> },
      { path: '/documents', element: <Only roles={['director']} may={['documents']}>{DocumentsPage}</Only> },
      { path: '/loggers', element: <Only roles={['director']} may={['loggers']}>{LoggersPage}</Only> },
      { path: '/loggers/new', element: <Only roles={['director']} may={['loggers']}>{RegisterLoggerPage}</Only> },
      { path: '/loggers/:mn/:tab?', element: <Only roles={['director']} may={['loggers']}>{LoggerPage}</Only> },
      { path: '/notices', element: NoticesPage },
      { path: '/me', element: PersonPage },
      { path: '/calendar', element: <Only roles={['office']}>{CalendarPage}</Only> },
      { path: '/experts', element: <Only roles={['office']}>{ExpertsPage}</Only> },
      { path: '/experts/:id', element: <Only roles={['office', 'expert']}>{ProfilePage}</Only> },
      { path: '/visitors', element: <Only roles={['director']}>{SiteTiesPage}</Only> },
      { path: '/inspector', element: InspectorPage },
      { path: '*', element: <NotFound /> },
    ],
  },
]);

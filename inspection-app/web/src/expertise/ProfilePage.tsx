import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useApi } from '../api/query';
import type { Profile } from '../api/planning';
import { useAccount } from '../api/session';
import { useLocal } from '../i18n';
import { Loaded } from '../ui/Loaded';
import { Page } from '../ui/Page';
import { Absences } from './Absences';
import { ProfileForm } from './ProfileForm';
import { Ties } from './Ties';

/** What an expert can do, when, and whom the expert has worked for: changed by the expert or the office. */
export function ProfilePage() {
  const { t } = useTranslation();
  const local = useLocal();
  const account = useAccount();
  const { id: asked = 'me' } = useParams();
  const id = asked === 'me' ? account.id : asked;
  const path = `/api/experts/${encodeURIComponent(id)}`;
  const profile = useApi<Profile>(`${path}/profile`);
  return (
    <Page title={profile.data ? local(profile.data.name) : t('expertise.profile')} above={t('expertise.profile')} lead={t('expertise.profileLead')}>
      <Loaded query={profile} rows={8}>
        {(loaded) => (
          <div className="two-columns">
            <ProfileForm profile={loaded} path={path} />
            <div className="stack">
              <Absences profile={loaded} path={path} />
              <Ties profile={loaded} path={path} />
            </div>
          </div>
        )}
      </Loaded>
    </Page>
  );
}

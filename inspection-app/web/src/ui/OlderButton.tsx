import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

interface OlderButtonProps {
  readonly query: { readonly hasNextPage: boolean; readonly isFetchingNextPage: boolean; readonly fetchNextPage: () => unknown };
}

/** Under a list that goes on into the past. */
export function OlderButton({ query }: OlderButtonProps) {
  const { t } = useTranslation();
  if (!query.hasNextPage) return null;
  return (
    <p className="actions">
      <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
        {t('action.older')}
      </Button>
    </p>
  );
}

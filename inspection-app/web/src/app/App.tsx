import { QueryClientProvider } from '@tanstack/react-query';
import { App as AntApp, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { useState } from 'react';
import { RouterProvider } from 'react-router/dom';
import { newQueryClient } from '../api/query';
import { useLanguage } from '../i18n';
import { useDark, useStill } from '../ui/hooks';
import { router } from './router';
import { SessionProvider } from './SessionProvider';
import { themeFor } from './theme';

export function App() {
  const language = useLanguage();
  const dark = useDark();
  const still = useStill();
  const [client] = useState(newQueryClient);
  return (
    <ConfigProvider locale={language === 'zh' ? zhCN : enUS} theme={themeFor(dark, still)} button={{ autoInsertSpace: false }}>
      <AntApp>
        <QueryClientProvider client={client}>
          <SessionProvider>
            <RouterProvider router={router} />
          </SessionProvider>
        </QueryClientProvider>
      </AntApp>
    </ConfigProvider>
  );
}

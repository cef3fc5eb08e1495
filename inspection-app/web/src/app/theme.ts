import { theme, type ThemeConfig } from 'antd';

const FONT = `-apple-system, BlinkMacSystemFont, 'Segoe UI', 'PingFang SC', 'Hiragino Sans GB', 'Microsoft YaHei',
  'Noto Sans CJK SC', 'Noto Sans SC', Roboto, 'Helvetica Neue', Arial, sans-serif`;

/** The same colours as app.css; secondary texts are darker than Ant Design's, to be read in glare. Who asked for less motion gets none. */
export function themeFor(dark: boolean, still: boolean): ThemeConfig {
  return {
    // There is one version of the library here: its rules need no mark of which.
    hashed: false,
    algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      motion: !still,
      colorPrimary: dark ? '#45c3c8' : '#0b6b6f',
      colorInfo: dark ? '#8ab4f8' : '#2559a8',
      colorLink: dark ? '#6fcfd2' : '#0b6b6f',
      colorBgContainer: dark ? '#191f21' : '#ffffff',
      colorBgElevated: dark ? '#20282a' : '#ffffff',
      colorText: dark ? '#e6ecec' : '#1b2426',
      colorTextDescription: dark ? '#a9b6b8' : '#55615f',
      colorTextSecondary: dark ? '#a9b6b8' : '#55615f',
      colorTextTertiary: dark ? '#a9b6b8' : '#55615f',
      colorTextPlaceholder: dark ? '#8d9a9c' : '#6a7577',
      colorError: dark ? '#ff8a80' : '#b3261e',
      colorSuccess: dark ? '#6fce8e' : '#1f7a3f',
      colorWarning: dark ? '#f0b45a' : '#9a5b00',
      colorInfoBg: dark ? '#1c2c48' : '#eaf1fc',
      colorInfoBorder: dark ? '#2f4a78' : '#bfd3f5',
      borderRadius: 8,
      fontFamily: FONT,
      fontSize: 15,
      controlHeight: 38,
    },
    components: {
      Button: { primaryShadow: 'none', colorTextLightSolid: dark ? '#06191a' : '#ffffff', fontWeight: 500 },
      Table: { headerBg: 'transparent', cellPaddingBlock: 10 },
      Tabs: { titleFontSize: 16 },
    },
  };
}

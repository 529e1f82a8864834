import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.js';
import { hearLostStyles } from './data/lost-styles.js';
import { startPreferences } from './data/preferences.js';
import { newQueryClient } from './data/queries.js';
import { fetchAhead } from './fetch-ahead.js';
import { fetchTexts } from './i18n/fetched-texts.js';
import { setUpLanguages } from './i18n/setup.js';
import { TextsProvider } from './i18n/texts-context.js';
import { ThemeProvider } from './theme/theme-context.js';
import './theme/colours.css';
import './theme/frame.css';
import './theme/controls.css';
import './theme/lists.css';
import './theme/detail.css';

hearLostStyles();
startPreferences();
setUpLanguages();
const ahead = fetchAhead();
const root = document.getElementById('root');
if (!root) throw new Error('the page has no root');
await fetchTexts(['frame']).catch((error: unknown) => {
  // There is nothing else to say it with.
  root.textContent = 'The console could not be fetched: reload the page. 无法获取控制台：请重新加载页面。';
  throw error;
});
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={newQueryClient()}>
      <ThemeProvider>
        <TextsProvider>
          <App ahead={ahead} />
        </TextsProvider>
      </ThemeProvider>
    </QueryClientProvider>
  </StrictMode>,
);

import { startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { startI18n } from './i18n';
import './app/app.css';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
// In slices: a tap in between is answered.
void startI18n().then(() => startTransition(() => createRoot(root).render(<App />)));

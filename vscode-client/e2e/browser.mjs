// The browser that shows the editor's window, and sees to it that nothing is asked of any other machine.
import { access, constants } from 'node:fs/promises';
import path from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Opens one window. `use` gets the page; afterwards there must have been no request beyond the loopback. */
export async function withPage(profile, use) {
  // Imported late: the package is there only after the editor's installation.
  const { chromium } = await import('playwright-core');
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: await chromiumPath(),
    headless: true,
    args: FLAGS,
    viewport: { width: 1280, height: 800 },
    // Signals are ours to handle; the browser is ended at the exit of this process.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  const foreign = new Set();
  try {
    await context.route('**/*', (route) => {
      const url = route.request().url();
      if (isLocal(url)) {
        return route.continue();
      }
      foreign.add(url);
      return route.abort();
    });
    const page = await context.newPage();
    page.on('websocket', (socket) => {
      if (!isLocal(socket.url())) {
        foreign.add(socket.url());
      }
    });
    const result = await use(page);
    if (foreign.size > 0) {
      throw new Error(`The window called out: ${[...foreign].join(', ')}`);
    }
    return result;
  } finally {
    await context.close();
  }
}

function isLocal(url) {
  const { protocol, hostname } = new URL(url);
  return ['data:', 'blob:', 'about:'].includes(protocol) || ['127.0.0.1', 'localhost'].includes(hostname);
}

async function chromiumPath() {
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    for (const name of NAMES) {
      const file = path.join(folder, name);
      try {
        await access(file, constants.X_OK);
        return file;
      } catch {
        // Not here.
      }
    }
  }
  throw new Error(`No browser: none of ${NAMES.join(', ')} is on the PATH.`);
}

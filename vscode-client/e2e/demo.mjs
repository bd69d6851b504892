// Serves the demo graph in a VS Code from npm, on the loopback interface, until Ctrl+C.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { startEditor, windowUrl } from './editor.mjs';
import { copyDemo, withTemporaryFolder } from './workspace.mjs';

const client = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

await withTemporaryFolder(async (folder) => {
  const graph = await copyDemo(path.join(folder, 'demo'));
  const editor = await startEditor(path.join(folder, 'editor'), {
    vsix: path.join(client, 'dist', 'logseq-ls.vsix'),
  });
  try {
    const stopped = new Promise((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
        process.once(signal, resolve);
      }
    });
    console.log('\nThe demo graph in VS Code:\n');
    console.log(
      `  ${windowUrl(editor.port, graph, { open: path.join(graph, 'pages', 'Rust ownership.md') })}\n`,
    );
    console.log('Ctrl+C ends it.');
    await stopped;
  } finally {
    await editor.stop();
  }
});

// Serves the demo graph in a VS Code from npm, on the loopback interface, until Ctrl+C.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { startEditor, windowUrl } from './editor.mjs';
import { endOnSignals } from './ending.mjs';
import { copyDemo, withTemporaryFolder } from './workspace.mjs';

const client = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

// Ctrl+C is the way to end it, and no failure.
endOnSignals(0);
await withTemporaryFolder(async (folder) => {
  const graph = await copyDemo(path.join(folder, 'demo'));
  const editor = await startEditor(path.join(folder, 'editor'), {
    vsix: path.join(client, 'dist', 'logseq-ls.vsix'),
  });
  const page = path.join(graph, 'pages', 'Rust ownership.md');
  console.log(`\nThe demo graph in VS Code:\n\n  ${windowUrl(editor.port, graph, { open: page })}\n`);
  console.log('Ctrl+C ends it.');
  const code = await editor.ended;
  throw new Error(`The editor ended by itself, with code ${code}:\n${editor.output()}`);
});

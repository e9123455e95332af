// node build.mjs OUT.html: bundles src/main.ts with its style into one page that may load and run nothing else.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const out = resolve(process.argv[2] ?? resolve(root, 'dist/report.html'));

async function bundle() {
  const result = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'es2020',
      cssCodeSplit: false,
      modulePreload: false,
      rollupOptions: {
        input: resolve(root, 'src/main.ts'),
        output: { format: 'iife', inlineDynamicImports: true },
      },
    },
  });
  const { output } = Array.isArray(result) ? result[0] : result;
  const script = output.find((file) => file.type === 'chunk').code;
  const style = output.find((file) => file.type === 'asset' && file.fileName.endsWith('.css'))?.source ?? '';
  // An inline script ends at the first '</script', whatever stands around it.
  return { script: script.replaceAll('</script', '<\\/script').trim(), style: String(style).trim() };
}

const hashed = (text) => `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;

const { script, style } = await bundle();
const policy = [
  "default-src 'none'",
  `script-src ${hashed(script)}`,
  `style-src ${hashed(style)}`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');
const parts = { POLICY: policy, STYLE: style, SCRIPT: script };
const page = readFileSync(resolve(root, 'page.html'), 'utf8').replace(/@@(POLICY|STYLE|SCRIPT)@@/g, (_, name) => parts[name]);
mkdirSync(dirname(out), { recursive: true });
writeFileSync(out, page);

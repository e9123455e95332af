// The pages that are tested, made by entente itself.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const hostileNames = [
  '<img src=x onerror="window.hacked=1">',
  '</script><script>window.hacked=1</script>',
  '<!--<script>',
  '\u202Egnp.exe\u202C reversed',
  `Long ${'n'.repeat(10_000)}`,
  "=cmd|' /C calc'!A0",
  '&lt;b&gt; &amp; "quotes" \u2028 line',
  '__proto__',
];

function hostileRecords() {
  const lines = hostileNames.map((name, i) =>
    JSON.stringify({
      id: `doc${i}#1`,
      type: 'meeting',
      date: `2024-01-${String(i + 1).padStart(2, '0')}`,
      place: '<b onmouseover=alert(1)>place</b>',
      participants: [name, hostileNames[(i + 1) % hostileNames.length], 'Ada Lovelace'].map((one) => ({ name: one, country: '<i>' })),
      source: { document: `<doc${i}>.txt` },
      evidence: [{ text: `Ada Lovelace met ${name.slice(0, 300)} </script><script>window.hacked=1</script>.` }],
    }),
  );
  return `${lines.join('\n')}\n`;
}

export function makePages(entente, source, folder) {
  mkdirSync(folder, { recursive: true });
  const run = (...parts) => execFileSync(entente, [...parts, '--quiet'], { stdio: ['ignore', 'ignore', 'inherit'] });
  const at = (name) => join(folder, name);
  run('report', join(source, 'data/articles'), '-o', at('sample.html'));
  run('report', join(source, 'data/articles'), '--by', 'country', '-o', at('countries.html'));
  writeFileSync(at('hostile.jsonl'), hostileRecords());
  run('report', at('hostile.jsonl'), '--no-resolve', '-o', at('hostile.html'));
  writeFileSync(at('empty.jsonl'), `${JSON.stringify({ participants: ['Ada Lovelace'] })}\n`);
  run('report', at('empty.jsonl'), '-o', at('lonely.html'));
  run('generate', '--persons', '20000', '--events', '40000', '--retellings', '1.6', '--no-truth', '-o', at('large.jsonl'));
  run('report', at('large.jsonl'), '-o', at('large.html'));
  return { sample: at('sample.html'), countries: at('countries.html'), hostile: at('hostile.html'), lonely: at('lonely.html'), large: at('large.html') };
}

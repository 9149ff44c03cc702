// Secrets of the embedded mode: made once, kept under the data folder, readable by the owner alone.
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export function embeddedSecrets(dataFolder) {
  mkdirSync(dataFolder, { recursive: true, mode: 0o755 });
  const file = join(dataFolder, 'secrets.json');
  if (!existsSync(file)) {
    const secret = () => randomBytes(36).toString('base64url');
    writeFileSync(file, JSON.stringify({ database: secret(), auth: secret() }, null, 2), { mode: 0o600 });
  }
  chmodSync(file, 0o600);
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** The page that a browser opens: plays, and leaves what came of it where the driver looks for it. */
import { campaignHashes } from './campaigns.ts';

interface Outcome {
  readonly hashes: string[];
  done: boolean;
  error: string | null;
}

const outcome: Outcome = { hashes: [], done: false, error: null };
Object.assign(window, { outcome });

const asked = new URLSearchParams(location.search);

campaignHashes(asked.get('scenario') ?? '', Number(asked.get('count')), (hash) => outcome.hashes.push(hash))
  .catch((problem: unknown) => { outcome.error = String(problem); })
  .finally(() => { outcome.done = true; });

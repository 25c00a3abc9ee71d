import type { Bureau } from '../bureau/bureau';
import { type Hands, Stopped } from './hands';

interface Wish {
  /** The commit to return to; without one, the one that was deployed before. */
  readonly to: string | undefined;
  readonly dryRun: boolean;
}

/** Not inside the repository, so that no tool of either takes the other's files for its own. */
const worktreeOf = (commit: string, temporary: string) => `${temporary}/yibao-${commit.slice(0, 12)}`;

async function commitBefore({ id }: Bureau, { account }: Hands): Promise<string> {
  const stack = await account.stack(`yibao-${id}`);
  if (!stack) throw new Stopped('还没有部署过，没有可以回退的版本。');
  const before = stack.outputs['Before'];
  if (!before) throw new Stopped('没有上一个版本的记录。用 --to <提交号> 指明要回退到哪一版');
  return before;
}

/** Data and keys stay as they are: rows are read by every version that knows their attributes (docs/adr/0001). */
async function inWorktree(tree: string, words: readonly string[], hands: Hands): Promise<void> {
  const inside = async (says: string, words: readonly string[]) => {
    hands.say(says);
    const { code } = await hands.run(words, { shown: true, folder: tree });
    if (code !== 0) throw new Stopped(`${says}没有成功，现在部署的版本没有变。`);
  };
  await inside('安装这一版的依赖', ['npm', 'ci']);
  await inside('部署这一版', ['npm', 'run', 'bureau:deploy', '--', ...words]);
}

/** `npm run bureau:rollback`: deploys an earlier commit again, exactly as its lock file says, with its own checks. Throws Stopped. */
export async function rollback(bureau: Bureau, { to, dryRun, temporary }: Wish & { readonly temporary: string }, hands: Hands): Promise<void> {
  const wanted = to ?? (await commitBefore(bureau, hands));
  const known = await hands.run(['git', 'rev-parse', '--verify', '--quiet', `${wanted}^{commit}`]);
  if (known.code !== 0) throw new Stopped(`这里没有提交 ${wanted}。先 git fetch，或者换一个提交号`);
  const commit = known.output.trim();
  const tree = worktreeOf(commit, temporary);
  hands.say(`${bureau.name}：回退到 ${commit.slice(0, 12)}`);
  const added = await hands.run(['git', 'worktree', 'add', '--detach', tree, commit]);
  if (added.code !== 0) throw new Stopped(`不能取出这一版：\n${added.output.trim()}`);
  try {
    await inWorktree(tree, [bureau.code, ...(dryRun ? ['--dry-run'] : [])], hands);
  } finally {
    await hands.run(['git', 'worktree', 'remove', '--force', tree]);
  }
}

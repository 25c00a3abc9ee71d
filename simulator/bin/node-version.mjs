/** Imported first: says plainly when this Node is too old, before anything that would fail strangely. */
const NEEDED = [20, 19];
const [major, minor] = process.versions.node.split('.').map(Number);

if (major < NEEDED[0] || (major === NEEDED[0] && minor < NEEDED[1])) {
  console.error(`需要 Node ${NEEDED.join('.')} 或更新的版本，这里是 ${process.versions.node}。请到 https://nodejs.org/zh-cn 下载后再试。`);
  console.error(`Node ${NEEDED.join('.')} or newer is needed, this is ${process.versions.node}.`);
  process.exit(1);
}

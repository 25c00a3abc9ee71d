import type { KeepFile, TextFile } from './keep-file';

const ENCODING = 'utf8';

/** The file goes into a chat of the person's choice; afterwards nothing of it stays in the mini-program's own folder. */
const shared = ({ name, text }: TextFile) =>
  new Promise<void>((resolve, reject) => {
    const files = wx.getFileSystemManager?.();
    const filePath = `${wx.env?.USER_DATA_PATH}/${name}`;
    files?.writeFileSync(filePath, text, ENCODING);
    const forget = () => files?.unlink({ filePath, fail: () => undefined });
    wx.shareFileMessage?.({ filePath, fileName: name, success: () => resolve(), fail: reject, complete: forget });
  });

const keep: KeepFile = async (file) => shared(file);

export const keepFile = wx.shareFileMessage && wx.getFileSystemManager ? { where: 'weapp', keep } : undefined;

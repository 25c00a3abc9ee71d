/** Taro's own would leave the text in the storage of the page, too: what is copied here may be name and ID number. */
export async function copyText(data: string): Promise<void> {
  await navigator.clipboard.writeText(data);
}

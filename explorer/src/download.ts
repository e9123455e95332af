/** Offers `content` as a file; nothing leaves the page. */
export function download(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

export const downloadText = (name: string, text: string, type: string): void =>
  download(name, new Blob([text], { type: `${type};charset=utf-8` }));

export function watchNetwork(onChange: (connected: boolean) => void): () => void {
  const won = () => onChange(true);
  const lost = () => onChange(false);
  window.addEventListener('online', won);
  window.addEventListener('offline', lost);
  return () => {
    window.removeEventListener('online', won);
    window.removeEventListener('offline', lost);
  };
}

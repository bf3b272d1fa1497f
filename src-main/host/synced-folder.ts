/** The service that seems to copy a folder elsewhere ("OneDrive", …), or null. */
export async function syncedFolder(_path: string): Promise<string | null> {
  return null;
}

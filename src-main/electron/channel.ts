/** The channel a call of `Host` goes over. */
export function channelOf(call: string): string {
  return `folio:${call}`;
}

/** Bytes that own plain memory: what files, frames and PDFs are made of here. */
export type Bytes = Uint8Array<ArrayBuffer>;

/*
 * Bounds on what pdf.js may unpack, for its worker: imported there before pdf.js itself, which sets no bounds of its
 * own. A stream that unpacks to gigabytes then fails as a damaged one does, and costs no more than these.
 */

/** One piece: a page of A4 at 600 dpi in colour is 104 MB, and buffers double as they grow. */
const mostAtOnce = 256 * 1024 * 1024;
/** All larger pieces that are still held. */
const mostHeld = 512 * 1024 * 1024;
/** Smaller arrays are not counted. */
const worthCounting = 64 * 1024;

let held = 0;
const freed = new FinalizationRegistry<number>((bytes) => {
  held -= bytes;
});

function count(bytes: number): void {
  if (bytes > mostAtOnce || held + bytes > mostHeld) throw new RangeError("more than a letter unpacks to");
}

function hold(buffer: ArrayBufferLike): void {
  held += buffer.byteLength;
  freed.register(buffer, buffer.byteLength);
}

type Numbers = Uint8Array | Uint8ClampedArray | Uint16Array | Int16Array | Uint32Array | Int32Array | Float32Array;
type NumbersClass = { new (...args: never[]): Numbers; readonly BYTES_PER_ELEMENT: number };

/** The same class, but that a length it can't have room for is refused. */
function bounded<Class extends NumbersClass>(numbers: Class): Class {
  return new Proxy(numbers, {
    construct(target, args, asked) {
      const [length] = args;
      const isCounted = typeof length === "number" && length * target.BYTES_PER_ELEMENT >= worthCounting;
      if (isCounted) count(length * target.BYTES_PER_ELEMENT);
      const made: Numbers = Reflect.construct(target, args, asked);
      if (isCounted) hold(made.buffer);
      return made;
    },
  });
}

/** What the browser unpacks by itself comes in pieces, which are counted as they come. */
function boundedDecompression(native: typeof DecompressionStream): typeof DecompressionStream {
  return new Proxy(native, {
    construct(target, args) {
      const { readable, writable }: DecompressionStream = Reflect.construct(target, args);
      let bytes = 0;
      const counted = new TransformStream<Uint8Array, Uint8Array>({
        transform(piece, stream) {
          bytes += piece.byteLength;
          count(bytes);
          hold(piece.buffer);
          stream.enqueue(piece);
        },
      });
      return { writable, readable: readable.pipeThrough(counted) };
    },
  });
}

Object.assign(globalThis, {
  Uint8Array: bounded(Uint8Array),
  Uint8ClampedArray: bounded(Uint8ClampedArray),
  Uint16Array: bounded(Uint16Array),
  Int16Array: bounded(Int16Array),
  Uint32Array: bounded(Uint32Array),
  Int32Array: bounded(Int32Array),
  Float32Array: bounded(Float32Array),
  DecompressionStream: boundedDecompression(DecompressionStream),
});

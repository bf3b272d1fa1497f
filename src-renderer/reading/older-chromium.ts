/**
 * What pdf.js's legacy build takes for granted and Chromium before 119 lacks. Imported before pdf.js, in the window
 * and in its worker: the loopback host opens whatever browser the person has.
 */
if (!("withResolvers" in Promise)) Object.assign(Promise, { withResolvers });

function withResolvers<T>() {
  let resolve: (value: T | PromiseLike<T>) => void = () => undefined;
  let reject: (reason?: unknown) => void = () => undefined;
  const promise = new Promise<T>((whenDone, whenFailed) => {
    resolve = whenDone;
    reject = whenFailed;
  });
  return { promise, resolve, reject };
}

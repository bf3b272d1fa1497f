/** How far a long command is, on standard error and only where a person is looking. */
export interface Progress {
  done(name: string): void;
  say(text: string): void;
  end(): void;
}

/** A line that is written over and over: "3 of 40  letter.pdf". */
export function showProgress(total: number, out: NodeJS.WriteStream = process.stderr): Progress {
  let count = 0;
  const line = (text: string) => {
    if (out.isTTY) out.write(`\r\u001b[2K${text.slice(0, Math.max(20, (out.columns ?? 80) - 1))}`);
  };
  return {
    done: (name) => {
      count += 1;
      line(`${count} of ${total}  ${name}`);
    },
    say: line,
    end: () => {
      if (out.isTTY) out.write("\r\u001b[2K");
    },
  };
}

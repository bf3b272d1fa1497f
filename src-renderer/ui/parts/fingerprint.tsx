interface FingerprintProps {
  readonly label: string;
  /** hex digits */
  readonly value: string;
}

/** A long number by which a file or a history is told from any other: in fours, as it is read aloud. */
export function Fingerprint({ label, value }: FingerprintProps) {
  return (
    <p className="small">
      <span className="soft">{label}</span>
      <br />
      <code className="fingerprint">{value.replace(/(.{4})(?=.)/g, "$1 ")}</code>
    </p>
  );
}

/** Line drawings at 20 px, drawn for Folio. Always beside words, so they are hidden from screen readers. */
const shapes = {
  folio: ["M5 2.5h7l4 4v11H5z", "M12 2.5v4h4", "M8 14.5h5"],
  overview: ["M3 9.5 10 3.5l7 6", "M5 8.5v8h10v-8", "M8.5 16.5v-4h3v4"],
  inbox: ["M3 11.5 5.5 4h9L17 11.5v5H3z", "M3 11.5h4l1 2h4l1-2h4"],
  timeline: ["M5 3v14", "M5 5.5h0M5 10h0M5 14.5h0", "M8.5 5.5H17M8.5 10H15M8.5 14.5h7"],
  calls: [
    "M6.5 3 9 7 7.5 8.5c.8 1.8 2.2 3.2 4 4L13 11l4 2.5V16c0 .8-.7 1.3-1.5 1.2C9 16.600 3.400 11 2.800 4.500 2.700 3.700 3.200 3 4 3z",
  ],
  costs: ["M14.500 6.200A3.600 3.600 0 0 0 7.500 7.200V13c0 2-1 3-2.500 3.500H15", "M5 11h6.500"],
  complaint: ["M3.500 4h13v9.500H9L5.500 17v-3.500h-2z", "M10 6.500v3M10 11.400v.1"],
  pack: ["M6 2.500h8.500v12H6z", "M6 5.500H3.500v12H12v-3", "M8.500 6h3.500M8.500 9h3.500"],
  settings: ["M3 6h8M15 6h2M3 14h2M9 14h8", "M13 4a2 2 0 1 0 0 4 2 2 0 0 0 0-4zM7 12a2 2 0 1 0 0 4 2 2 0 0 0 0-4z"],
  letter: ["M2.500 5h15v10.500h-15z", "m2.500 5.500 7.500 6 7.500-6"],
  "letter-out": ["M17 3 2.500 9l5.500 2.500L10.500 17z", "M17 3 8 11.500"],
  message: ["M3 4h14v9.500h-7L6 16.500v-3H3z"],
  clock: ["M10 2.800a7.200 7.200 0 1 0 0 14.400 7.200 7.200 0 0 0 0-14.400z", "M10 6v4.300l2.800 1.700"],
  flag: ["M5 17.500V3", "M5 3.500h10l-2.500 3.200L15 10H5"],
  dot: ["M10 5.500a4.500 4.500 0 1 0 0 9 4.500 4.500 0 0 0 0-9z"],
  warning: ["M10 3 18 16.500H2z", "M10 8v4M10 14.200v.1"],
  info: ["M10 2.800a7.200 7.200 0 1 0 0 14.400 7.200 7.200 0 0 0 0-14.400z", "M10 9v5M10 6.200v.1"],
  tick: ["m4 10.500 4 4 8-9"],
  cross: ["m5 5 10 10M15 5 5 15"],
  add: ["M10 4v12M4 10h12"],
  back: ["M12.500 4 6.500 10l6 6"],
  forward: ["m7.500 4 6 6-6 6"],
  pencil: ["M3.500 16.500 4.500 12.500 13.500 3.500l3 3-9 9z"],
  save: ["M10 3v9M6 8.500l4 4 4-4", "M3.500 13.500v3h13v-3"],
  search: ["M8.500 3a5.500 5.500 0 1 0 0 11 5.500 5.500 0 0 0 0-11z", "m12.500 12.500 4.500 4.500"],
  lock: ["M4.500 9h11v8h-11z", "M6.500 9V6.500a3.500 3.500 0 0 1 7 0V9", "M10 12.200v1.800"],
  key: ["M6.500 7a3.500 3.500 0 1 0 0 7 3.500 3.500 0 0 0 0-7z", "M10 10.500h7v3M14 10.500v2"],
  eye: ["M2 10s3-5 8-5 8 5 8 5-3 5-8 5-8-5-8-5z", "M10 8a2 2 0 1 0 0 4 2 2 0 0 0 0-4z"],
  disk: ["M4 3.500h10l2.500 2.500v10.500H4z", "M7 3.500v4h5.500v-4", "M7 16.500v-5h6.500v5"],
  history: ["M4 6.500A7.200 7.200 0 1 1 2.800 10", "M3.500 3v4h4", "M10 6.500v4l2.800 1.700"],
  erase: ["M3.500 6h13", "M8 6V3.500h4V6", "M5.500 6l.8 11h7.400l.8-11", "M8.500 9v5M11.500 9v5"],
  print: ["M6 7V3h8v4", "M6 14H3.500V7h13v7H14", "M6 11.500h8V17H6z"],
  bundle: ["M3 6.500 10 3l7 3.500v7L10 17l-7-3.500z", "m3 6.500 7 3.500 7-3.500M10 10v7"],
  shield: ["M10 2.500 16 5v5c0 4-2.600 6.500-6 7.500C6.600 16.500 4 14 4 10V5z", "m7.500 10 2 2 3.500-4"],
  bigger: ["M10 4.500v11M4.500 10h11"],
  smaller: ["M4.500 10h11"],
} as const;

export type IconName = keyof typeof shapes;

export function Icon({ name, size = 20 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      viewBox="0 0 20 20"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {shapes[name].map((path) => (
        <path key={path} d={path} />
      ))}
    </svg>
  );
}

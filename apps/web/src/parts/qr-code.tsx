// A QR code as inline SVG: black on white in every theme and on paper, with a name for those who do not see it.
import { encode } from "uqr";

type Given = {
  /** What a reader gets: an address, or a setting-up code. */
  readonly value: string;
  /** What it leads to, said to screen readers. The same must stand beside it as text or link. */
  readonly label: string;
};

/** ISO/IEC 18004, 6.3.8: four modules of white all around, or readers do not find it. */
const QUIET = 4;

export function QrCode({ value, label }: Given) {
  // M (15 %) survives a fold or a stain on a poster.
  const { data, size } = encode(value, { ecc: "M", border: QUIET });
  return (
    <svg
      class="qr"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shape-rendering="crispEdges"
      xmlns="http://www.w3.org/2000/svg"
    >
      <rect width={size} height={size} fill="#fff" />
      <path fill="#000" d={data.map(rowPath).join("")} />
    </svg>
  );
}

/** Neighbouring dark modules are one rectangle: a fifth of the bytes, and no hairlines between them. */
const rowPath = (row: readonly boolean[], y: number): string => {
  let path = "";
  for (let x = 0; x < row.length; x++) {
    if (row[x] !== true) continue;
    const start = x;
    while (row[x + 1] === true) x++;
    path += `M${start} ${y}h${x - start + 1}v1H${start}z`;
  }
  return path;
};

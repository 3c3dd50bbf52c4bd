// The part of libheif's JavaScript that is used here, which has no types of its own for it.

type Size = { readonly width: number; readonly height: number };

export type HeifImage = {
  readonly get_width: () => number;
  readonly get_height: () => number;
  readonly is_primary: () => boolean;
  readonly display: (
    into: Size & { readonly data: Uint8ClampedArray },
    done: (shown: object | null) => void,
  ) => void;
};

type Libheif = {
  readonly HeifDecoder: new () => { readonly decode: (bytes: Uint8Array) => readonly HeifImage[] };
};

export const loadLibheif = async (): Promise<Libheif> =>
  // @ts-expect-error The package has no types.
  ((await import("libheif-js/wasm-bundle.js")) as { readonly default: Libheif }).default;

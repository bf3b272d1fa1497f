import { useEffect, useRef, useState } from "react";
import type { PagePixels } from "../../flows/page-picture.ts";

interface PictureProps {
  /** what the picture is of: a new name fetches a new picture */
  readonly name: string;
  readonly fetch: () => Promise<PagePixels | null>;
  /** said to screen readers; empty for decoration */
  readonly label: string;
  /** shown while it is drawn, and when it can't be */
  readonly waiting: string;
  readonly failed: string;
}

/** A picture of a page, drawn to a canvas. The frame around it gives it its shape, so nothing jumps when it comes. */
export function Picture({ name, fetch, label, waiting, failed }: PictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const latest = useRef(fetch);
  const [state, setState] = useState<"waiting" | "drawn" | "failed">("waiting");
  useEffect(() => {
    latest.current = fetch;
  });
  useEffect(() => {
    let isGone = false;
    const tell = (next: typeof state) => {
      if (!isGone) setState(next);
    };
    if (name !== "") {
      latest.current().then(
        (raster) => tell(!isGone && raster !== null && paint(canvas.current, raster) ? "drawn" : "failed"),
        () => tell("failed"),
      );
    }
    return () => {
      isGone = true;
    };
  }, [name]);
  return (
    <>
      <canvas
        ref={canvas}
        className="picture"
        {...(label === "" ? { "aria-hidden": true } : { role: "img", "aria-label": label })}
      />
      {state === "waiting" && waiting !== "" ? <p className="picture-words">{waiting}</p> : null}
      {state === "failed" && failed !== "" ? <p className="picture-words">{failed}</p> : null}
    </>
  );
}

function paint(canvas: HTMLCanvasElement | null, raster: PagePixels): boolean {
  const context = canvas?.getContext("2d") ?? null;
  if (canvas === null || context === null) return false;
  canvas.width = raster.width;
  canvas.height = raster.height;
  context.putImageData(new ImageData(raster.data, raster.width, raster.height), 0, 0);
  return true;
}

import { useEffect, useRef, useState } from "react";
import type { Exhibit } from "#core/model/exhibit.ts";
import { pagePicture } from "../../flows/page-picture.ts";
import { Picture } from "./picture.tsx";

/** pixels across: twice what is shown, for fine screens */
const width = 112;

/** The first page of a letter, small. Drawn once it comes into sight; beside its title, so it needs no words. */
export function Thumbnail({ exhibit }: { readonly exhibit: Exhibit }) {
  const frame = useRef<HTMLSpanElement>(null);
  const [isSeen, setSeen] = useState(false);
  useEffect(() => {
    const watch = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) setSeen(true);
    });
    if (frame.current !== null) watch.observe(frame.current);
    return () => watch.disconnect();
  }, []);
  return (
    <span className="thumbnail" ref={frame}>
      <Picture
        name={isSeen ? exhibit.id : ""}
        fetch={() => pagePicture(exhibit, 1, width)}
        label=""
        waiting=""
        failed=""
      />
    </span>
  );
}

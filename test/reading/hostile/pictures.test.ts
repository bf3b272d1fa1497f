import { expectHostile } from "./expect-hostile.ts";
import { images } from "./images.ts";

expectHostile(47_114, () => images);

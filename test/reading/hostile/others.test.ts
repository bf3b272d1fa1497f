import { expectHostile } from "./expect-hostile.ts";
import { texts } from "./texts.ts";
import { tiffs } from "./tiffs.ts";

expectHostile(47_115, () => [...tiffs, ...texts]);

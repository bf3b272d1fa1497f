import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openParcel, packParcel } from "#core/parcel.ts";

const bytes = fc.uint8Array({ maxLength: 64 });
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 4 },
    fc.string(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    bytes,
    tie("list"),
    tie("record"),
  ),
  list: fc.array(tie("any"), { maxLength: 4 }),
  record: fc.dictionary(
    fc.string().filter((key) => key !== "$bytes" && key !== "__proto__"),
    tie("any"),
    { maxKeys: 4, noNullPrototype: true },
  ),
})).any;

describe("a parcel", () => {
  it("opens to what was packed", () => {
    fc.assert(
      fc.property(value, (packed) => {
        expect(openParcel(packParcel(packed))).toEqual(packed);
      }),
    );
  });

  it("that was cut off anywhere does not open", () => {
    const parcel = packParcel(["id", new Uint8Array([1, 2, 3]), { more: new Uint8Array([4]) }]);
    for (let length = 0; length < parcel.length; length += 1) {
      expect(() => openParcel(parcel.subarray(0, length))).toThrow();
    }
  });

  it("with something after its end does not open", () => {
    expect(() => openParcel(new Uint8Array([...packParcel([1]), 0]))).toThrow(RangeError);
  });

  it.each([-1, 0.5, 1e9, "3", null])("that claims %j bytes does not open", (claimed) => {
    expect(() => openParcel(packParcel([{ $bytes: claimed }]))).toThrow(RangeError);
  });

  it("of random bytes opens to nothing but a value or an error", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (random) => {
        try {
          openParcel(random);
        } catch (error) {
          expect(error instanceof RangeError || error instanceof SyntaxError || error instanceof TypeError).toBe(true);
        }
      }),
    );
  });
});

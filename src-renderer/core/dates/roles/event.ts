import type { RoleRule } from "./role.ts";

/** Something that happened, or a fixed hearing or meeting. */
export const event: RoleRule = ({ before, after, sentence, past, one }) => {
  const near = `${before.slice(-90)} ${after.slice(0, 50)}`;
  if (
    /\bhearing\b|\bappointment\b|\binterview\b|\bmeeting\b|\bsurgery\b|\bwill be (?:held|heard)\b|\btakes? place\b|\blisted for\b|\b(?:appear|attend)\b[^.;]{0,60}\b(?:on|at)\b/i.test(
      near,
    ) &&
    !/\b(?:earliest|provisional|may be|likely)\b/i.test(near)
  ) {
    const hearing = /\bhear(?:ing|d)\b|\blisted\b|\bappear\b|\bcourt\b/i.test(near);
    return {
      role: "event",
      meaning: hearing ? "hearing_date" : "event",
      trust: past || one.tense === "future" ? 0.8 : 0.7,
    };
  }
  if (
    !past &&
    /\b(?:on|at|for) (?:the )?$/i.test(before) &&
    /^,? (?:at |from )?\d{1,2}(?:[.:]\d\d)? ?(?:am|pm|noon)\b/i.test(after)
  ) {
    return { role: "event", meaning: "event", trust: 0.6 };
  }
  if (!past || /\breview date\b[^.;]{0,12}$/i.test(before)) return null;
  if (/\b(?:before|after) (?:the )?$/i.test(before)) return null;
  if (one.tense === "future" && /\b(?:closed|review)\b/i.test(sentence)) return null;
  if (/\bcomplaint\b/i.test(near) && /\b(?:received|got|of|dated)\b/i.test(near))
    return { role: "event", meaning: "complaint_received_date", trust: 0.75 };
  if (/\bdecision\b[^.;]{0,40}\b(?:of|dated|made on|on|from) $/i.test(before))
    return { role: "event", meaning: "decision_challenged_date", trust: 0.8 };
  if (/\b(?:order|deduction)\b/i.test(near) && /\b(?:made|dated|granted|order of)\b/i.test(near))
    return { role: "event", meaning: "order_date", trust: 0.75 };
  return { role: "event", meaning: "event", trust: one.tense === "past" ? 0.85 : 0.7 };
};

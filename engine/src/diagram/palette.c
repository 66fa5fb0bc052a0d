#include "diagram/palette_internal.h"

#include <stdio.h>
#include <string.h>

#define STATE(state) IMSI_INK_STATE + IMSI_STATE_##state
#define STRIPE(state) IMSI_INK_STRIPE + IMSI_STATE_##state

/* After Okabe and Ito: told apart by those who confuse red and green, and by their lightness. */
static const struct {
  const char *light, *dark;
} inks[IMSI_INK_COUNT] = {
  [IMSI_INK_NONE] = { "transparent", "transparent" },
  [IMSI_INK_PAPER] = { "#ffffff", "#14181d" },
  [IMSI_INK_TEXT] = { "#1f2328", "#e6e9ec" },
  [IMSI_INK_MUTED] = { "#59636e", "#9ea7b1" },
  [IMSI_INK_RULE] = { "#d0d7de", "#39424c" },
  [IMSI_INK_PANEL] = { "#f3f5f7", "#20272f" },
  [IMSI_INK_FRAME] = { "#8c959f", "#6b7683" },
  [IMSI_INK_FOCUS] = { "#fff3bf", "#4a3f10" },
  [IMSI_INK_EQUAL] = { "#0072b2", "#4db2e6" },
  [IMSI_INK_CONTAINED] = { "#00795a", "#2fc79b" },
  [IMSI_INK_CONTAINS] = { "#c04f00", "#f08a3c" },
  [IMSI_INK_OVERLAPS] = { "#9d4577", "#e08fbf" },
  [IMSI_INK_POSSIBLE] = { "#6e7781", "#8b949e" },
  [IMSI_INK_GUIDANCE] = { "#806600", "#d9b93b" },
  [IMSI_INK_TINT] = { "#dcecf8", "#123247" },
  [IMSI_INK_TINT + 1] = { "#fde9cc", "#47310c" },
  [IMSI_INK_TINT + 2] = { "#d8f1e6", "#0f3b2d" },
  [IMSI_INK_TINT + 3] = { "#f4e1ec", "#43283a" },
  [IMSI_INK_TINT_OTHER] = { "#e9ecef", "#2b323a" },
  [IMSI_INK_SOLID] = { "#3690c0", "#5fb6e0" },
  [IMSI_INK_SOLID + 1] = { "#d98a00", "#f0a830" },
  [IMSI_INK_SOLID + 2] = { "#009e73", "#2fbf95" },
  [IMSI_INK_SOLID + 3] = { "#cc79a7", "#e39cc4" },
  [IMSI_INK_SOLID_OTHER] = { "#848d97", "#929ba5" },
  [IMSI_INK_HEAT] = { "#eef3f9", "#1b2733" },
  [IMSI_INK_HEAT + 1] = { "#c6dbef", "#173a5a" },
  [IMSI_INK_HEAT + 2] = { "#9ecae1", "#1d5f8f" },
  [IMSI_INK_HEAT + 3] = { "#3f88bd", "#5aa9d8" },
  [IMSI_INK_HEAT + 4] = { "#08519c", "#b4dbf5" },
  [IMSI_INK_HEAT_FAINT] = { "#1f2329", "#e6e9ed" },
  [IMSI_INK_HEAT_STRONG] = { "#fffffe", "#0d1117" },
  [IMSI_INK_ALARM] = { "#b42318", "#ffab9e" },
  [STATE(NOT_APPLICABLE)] = { "#e2e5e8", "#2f363d" },
  [STRIPE(NOT_APPLICABLE)] = { "#e2e5e9", "#2f363e" },
  [STATE(NO_OCCURRENCE)] = { "#f0f1f3", "#262c33" },
  [STRIPE(NO_OCCURRENCE)] = { "#dadde1", "#363d45" },
  [STATE(EVIDENCED)] = { "#6fc3a6", "#17684d" },
  [STRIPE(EVIDENCED)] = { "#6fc3a7", "#17684e" },
  [STATE(RUN)] = { "#d9f0e7", "#123529" },
  [STRIPE(RUN)] = { "#a9dcc9", "#1d5340" },
  [STATE(REUSABLE)] = { "#cfe3f6", "#12324d" },
  [STRIPE(REUSABLE)] = { "#cfe3f7", "#12324e" },
  [STATE(EXTEND)] = { "#e3eefa", "#112a40" },
  [STRIPE(EXTEND)] = { "#b5d3ee", "#1c4668" },
  [STATE(PARTIAL)] = { "#fdf3cd", "#393012" },
  [STRIPE(PARTIAL)] = { "#f8e3a0", "#54461a" },
  [STATE(RELATED)] = { "#f3e6f0", "#38243a" },
  [STRIPE(RELATED)] = { "#f3e6f1", "#38243b" },
  [STATE(GAP)] = { "#fddfcc", "#4a2312" },
  [STRIPE(GAP)] = { "#f8c3a3", "#6b321a" },
  [STATE(UNEXAMINED)] = { "#fefeff", "#15191f" },
  [STRIPE(UNEXAMINED)] = { "#fefffe", "#151a1e" },
};

const char *imsi_ink_name(imsi_ink ink, bool dark)
{
  return dark ? inks[ink].dark : inks[ink].light;
}

imsi_ink imsi_ink_tint(size_t nth)
{
  return nth < IMSI_INK_SYSTEMS ? (imsi_ink)(IMSI_INK_TINT + nth) : IMSI_INK_TINT_OTHER;
}

imsi_ink imsi_ink_solid(size_t nth)
{
  return nth < IMSI_INK_SYSTEMS ? (imsi_ink)(IMSI_INK_SOLID + nth) : IMSI_INK_SOLID_OTHER;
}

/* A rule for an attribute, if something has that colour in it. */
static void turn(const char *attribute, size_t ink, const char *drawn, imsi_strbuf *css)
{
  char use[32];
  snprintf(use, sizeof use, "%s=\"%s\"", attribute, inks[ink].light);
  if (strstr(drawn, use))
    imsi_strbuf_fill(css, "[%1]{%2:%3}", (const char *const[4]){ use, attribute, inks[ink].dark, NULL });
}

void imsi_ink_style(const char *drawn, imsi_strbuf *css)
{
  imsi_strbuf_text(css, "@media (prefers-color-scheme:dark){");
  for (size_t i = IMSI_INK_PAPER; i < IMSI_INK_COUNT; i++) {
    turn("fill", i, drawn, css);
    turn("stroke", i, drawn, css);
  }
  imsi_strbuf_text(css, "}");
}

/* ---- boxes ---- */

#define LOOK(state, role_, mark_, text_, stroke_, pitch_, line_, thickness_)                                           \
  [IMSI_STATE_##state] = { .role = role_,                                                                              \
                           .mark = mark_,                                                                              \
                           .text = text_,                                                                              \
                           .fill = (imsi_ink)(STATE(state)),                                                           \
                           .stripe = (imsi_ink)(STRIPE(state)),                                                        \
                           .line = line_,                                                                              \
                           .stroke = IMSI_STROKE_##stroke_,                                                            \
                           .pitch = pitch_,                                                                            \
                           .thickness = thickness_ }

/* What is done or nearly so is plain, what is work has stripes of its own width, what is open or out its own border. */
static const imsi_box_look states[IMSI_STATE_COUNT] = {
  LOOK(NOT_APPLICABLE, "not-applicable", "n/a", "not applicable: out of the total", DASHED, 0, IMSI_INK_FRAME, 0),
  LOOK(NO_OCCURRENCE, "no-occurrence", "n/o", "no occurrence: out of the total", DASHED, 8, IMSI_INK_FRAME, 0),
  LOOK(EVIDENCED, "evidenced", "E", "evidenced", SOLID, 0, IMSI_INK_FRAME, 0),
  LOOK(RUN, "run", "R", "run: do it and record it", SOLID, 12, IMSI_INK_FRAME, 0),
  LOOK(REUSABLE, "reusable", "U", "re-usable as it is", SOLID, 0, IMSI_INK_FRAME, 0),
  LOOK(EXTEND, "extend", "X", "extend to this system", SOLID, 12, IMSI_INK_FRAME, 0),
  LOOK(PARTIAL, "partial", "P", "partial", SOLID, 8, IMSI_INK_FRAME, 0),
  LOOK(RELATED, "related", "~", "related, no more", DASHED, 0, IMSI_INK_FRAME, 0),
  LOOK(GAP, "gap", "G", "gap: no evidence is registered", SOLID, 9, IMSI_INK_CONTAINS, 1.4),
  LOOK(UNEXAMINED, "unexamined", "?", "unexamined", DOTTED, 0, IMSI_INK_MUTED, 1),
};

const imsi_box_look *imsi_look_state(imsi_state state)
{
  return &states[state];
}

/* ---- edges ---- */

static const imsi_edge_look equal = { "equal", "= the same is asked", IMSI_INK_EQUAL, IMSI_STROKE_SOLID, 2.6 };
static const imsi_edge_look contained = { "contained", "< <= contained in it", IMSI_INK_CONTAINED, IMSI_STROKE_SOLID,
                                          1.8 };
static const imsi_edge_look contains = { "contains", "> >= contains it", IMSI_INK_CONTAINS, IMSI_STROKE_SOLID, 1.8 };
static const imsi_edge_look overlaps = { "overlaps", "x ~ both ask some of the same", IMSI_INK_OVERLAPS,
                                         IMSI_STROKE_SOLID, 1.1 };
static const imsi_edge_look possible = { "possible", "? possible, not certain", IMSI_INK_POSSIBLE, IMSI_STROKE_DASHED,
                                         1.1 };
static const imsi_edge_look disjoint = { "disjoint", "0 nothing in common", IMSI_INK_RULE, IMSI_STROKE_SOLID, 1.1 };

const imsi_edge_look imsi_look_part = { "part", "part of it", IMSI_INK_FRAME, IMSI_STROKE_SOLID, 0.9 };
const imsi_edge_look imsi_look_guidance = { "guidance", "guidance: explains, binds nobody", IMSI_INK_GUIDANCE,
                                            IMSI_STROKE_DOTTED, 1.8 };

const imsi_edge_look *imsi_look_relation(ims_relation relation)
{
  if (relation == IMS_EQUAL)
    return &equal;
  if (ims_relation_contained(relation))
    return &contained;
  if (relation == IMS_CONTAINS || relation == IMS_SUPERSET)
    return &contains;
  if (ims_relation_overlaps(relation))
    return &overlaps;
  return relation == IMS_DISJOINT ? &disjoint : &possible;
}

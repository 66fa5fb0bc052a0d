#include "diagram/palette_internal.h"

/* After Okabe and Ito: told apart by those who confuse red and green, and by their lightness. */
static const struct {
  const char *light, *dark;
} inks[IMSI_INK_COUNT] = {
  [IMSI_INK_NONE] = { "transparent", "transparent" }, [IMSI_INK_PAPER] = { "#ffffff", "#14181d" },
  [IMSI_INK_TEXT] = { "#1f2328", "#e6e9ec" },         [IMSI_INK_MUTED] = { "#59636e", "#9ea7b1" },
  [IMSI_INK_RULE] = { "#d0d7de", "#39424c" },         [IMSI_INK_PANEL] = { "#f3f5f7", "#20272f" },
  [IMSI_INK_FRAME] = { "#8c959f", "#6b7683" },        [IMSI_INK_FOCUS] = { "#fff3bf", "#4a3f10" },
  [IMSI_INK_EQUAL] = { "#0072b2", "#4db2e6" },        [IMSI_INK_CONTAINED] = { "#00795a", "#2fc79b" },
  [IMSI_INK_CONTAINS] = { "#c04f00", "#f08a3c" },     [IMSI_INK_OVERLAPS] = { "#9d4577", "#e08fbf" },
  [IMSI_INK_POSSIBLE] = { "#6e7781", "#8b949e" },     [IMSI_INK_GUIDANCE] = { "#806600", "#d9b93b" },
  [IMSI_INK_TINT] = { "#dcecf8", "#123247" },         [IMSI_INK_TINT + 1] = { "#fde9cc", "#47310c" },
  [IMSI_INK_TINT + 2] = { "#d8f1e6", "#0f3b2d" },     [IMSI_INK_TINT + 3] = { "#f4e1ec", "#43283a" },
  [IMSI_INK_TINT_OTHER] = { "#e9ecef", "#2b323a" },   [IMSI_INK_SOLID] = { "#3690c0", "#5fb6e0" },
  [IMSI_INK_SOLID + 1] = { "#d98a00", "#f0a830" },    [IMSI_INK_SOLID + 2] = { "#009e73", "#2fbf95" },
  [IMSI_INK_SOLID + 3] = { "#cc79a7", "#e39cc4" },    [IMSI_INK_SOLID_OTHER] = { "#848d97", "#929ba5" },
  [IMSI_INK_HEAT] = { "#eef3f9", "#1b2733" },         [IMSI_INK_HEAT + 1] = { "#c6dbef", "#173a5a" },
  [IMSI_INK_HEAT + 2] = { "#9ecae1", "#1d5f8f" },     [IMSI_INK_HEAT + 3] = { "#3f88bd", "#5aa9d8" },
  [IMSI_INK_HEAT + 4] = { "#08519c", "#b4dbf5" },     [IMSI_INK_HEAT_FAINT] = { "#1f2329", "#e6e9ed" },
  [IMSI_INK_HEAT_STRONG] = { "#fffffe", "#0d1117" },
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

void imsi_ink_style(imsi_strbuf *css)
{
  imsi_strbuf_text(css, "@media (prefers-color-scheme:dark){");
  for (size_t i = IMSI_INK_PAPER; i < IMSI_INK_COUNT; i++)
    imsi_strbuf_fill(css, "[fill=\"%1\"]{fill:%2}[stroke=\"%1\"]{stroke:%2}",
                     (const char *const[4]){ inks[i].light, inks[i].dark, NULL, NULL });
  imsi_strbuf_text(css, "}");
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
